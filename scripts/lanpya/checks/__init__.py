"""The rules for contributed pages, one function each.

A rule takes what was read and yields findings; it repairs nothing and stops nothing.
Its docstring shows what it is about, as `Bad:` and `Good:`.
"""
