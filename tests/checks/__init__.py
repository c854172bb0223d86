"""The rules for contributed pages, each with a page that breaks it and all of its findings."""
