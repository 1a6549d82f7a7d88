"""Integration Console: run an organisation's integrations from the desktop, or headless as a service."""

__version__ = "0.1.0"
