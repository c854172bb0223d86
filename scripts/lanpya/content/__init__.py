"""docs/ and topics.yml, to and from the model. The second stage: it knows files, not pages of a site."""
