"""The tests, by room. A package, so that `tests` means these and nothing installed."""
