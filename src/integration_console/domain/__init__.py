"""What things are: connectors, webhooks, events, log entries and errors, in plain Python without any I/O."""
