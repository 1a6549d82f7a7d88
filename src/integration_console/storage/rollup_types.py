"""What entries of the log count as, wherever they are counted."""

EVENT_TYPES = frozenset({"webhook.received", "webhook.held"})
"""The entries that stand for an event that was stored."""
