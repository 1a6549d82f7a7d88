"""The log, live: a table of any length, filters, and all about one entry."""
