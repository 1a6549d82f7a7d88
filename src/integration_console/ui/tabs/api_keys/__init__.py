"""API keys: what other systems may do here, until when and from where, and where each key was used."""
