"""docs/ and topics.yml, to and from the model: files, not yet the pages of a site."""
