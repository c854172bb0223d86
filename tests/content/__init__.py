"""docs/ as it is read: YAML, front matter, the vocabulary, the tree of files, Markdown."""
