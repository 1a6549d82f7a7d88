"""A workspace elsewhere with a copy of what it last answered, which answers while it is not reached."""
