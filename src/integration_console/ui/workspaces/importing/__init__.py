"""Logs of other programs become a case file: which ones, of which zones, how far it is, what came of it."""
