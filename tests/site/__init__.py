"""The tests of the site: its modules one by one, then what stands in a built site."""
