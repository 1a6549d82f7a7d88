"""The door of window and command line to everything the product can do."""
