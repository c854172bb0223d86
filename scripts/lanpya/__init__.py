"""Lanpya: articles in, a multilingual static site out.

The stages stand in the order in which a text passes them: `convert` makes a
draft of a source, `content` reads what stands in docs/, `checks` judges it,
`site` builds it. A stage reads what the one before wrote and imports nothing
of a later one; `make test` holds that.
"""
