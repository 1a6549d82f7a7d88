"""The audit: who changed what, before and after, and whether it is as it was written."""
