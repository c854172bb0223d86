"""A source file becomes a draft page. The third stage; it knows nothing of checks or of a site.

source bytes → `plain_text` → `lines` → `furniture` → `wrapping` → `article` and the rules on
it (`titles`, `standfirst`, `published`, `anniversary`, `bylines`, `credits`, `about`,
`origin`, `rights`) → `blocks` → `draft`. `conversion` runs them in that order. What pages
say around an article in a language stands in phrases/, not in the code.

Two rules hold everywhere. What the source does not say is None and listed for review,
never guessed; what is inferred says so, with its reason. And every line of the source is
in a block, in the metadata or in `dropped`: losing text is worse than keeping chrome.
"""
