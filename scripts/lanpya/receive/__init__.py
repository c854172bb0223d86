"""What strangers send without an account becomes a branch that names nobody.

bytes → `quarantine`, which starts `worker` in a process of its own: `parcel` opens what was
sent (`archive`, `letter`, `document`, `visible`), within `limits` → `pages` makes files of
docs/ of it → `branch` leaves them on a branch of git. Whatever comes out of the quarantine
is still somebody else's word, and is judged again. There is deliberately no way to keep an
original here: who needs it as evidence keeps it, outside of git.
"""
