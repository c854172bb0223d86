"""docs/, checked, to site/. The only room that knows mkdocs, and of it only plugin, page and build do."""
