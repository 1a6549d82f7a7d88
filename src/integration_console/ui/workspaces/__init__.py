"""Choosing a workspace: which ones are known, signing in to one, and going over to it."""
