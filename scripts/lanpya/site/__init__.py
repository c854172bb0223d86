"""docs/, checked, to site/. The only room that knows mkdocs, and of it only a few modules do."""
