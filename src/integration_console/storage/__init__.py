"""Where things are kept: one embedded SQLite file, its single writer, its sealed secrets and its migrations."""
