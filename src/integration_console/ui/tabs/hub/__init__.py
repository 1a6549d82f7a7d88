"""The first page: numbers of the last 24 hours, every connector at a glance, what happened lately."""
