"""The built site, made into what travels without a network.

Reads site/ as `lanpya.site` built it, and docs/ for what the pages do not say; writes dist/.
What a reader may read is in the pages: no edition takes text from docs/, so none holds more
of a work than its rights let the site show. There is deliberately no mkdocs here.
"""
