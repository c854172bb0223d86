"""Unicode, scripts and languages: pure functions from text to text.

Everything here is looked up by BCP 47 tag. A language with rules of its own
has a module of its own (`myanmar`, `english`); every other language is
answered by ICU and CLDR. There is deliberately no reading, writing or markup
here, and no list of the languages that a site has.
"""
