"""The page of connectors: list, details, add and edit, test, send, switch, remove."""
