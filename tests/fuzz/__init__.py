"""Files as nobody would write them, many more of them than a test has time for."""
