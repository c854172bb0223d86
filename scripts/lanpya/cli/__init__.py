"""The verbs of the `lanpya` command: reading and writing at the edges, decisions elsewhere."""
