"""Webhooks: the addresses at which outside systems report, their secrets, their last events."""
