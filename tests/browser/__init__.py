"""What the tests that open pages stand on: the browser, the server, the watch on a page."""
