"""The systems we talk to: one file (or one small package) per type, and the one place where HTTP is spoken."""
