"""The headless program's work: the webhook receiver, the functions, and the server that carries them."""
