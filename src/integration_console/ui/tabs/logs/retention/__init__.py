"""How long the log is kept, in dialogs over its page: rules, legal holds, and what a removal would take away."""
