"""Syncs: what is being fetched now, what was fetched before, and why something waits or failed."""
