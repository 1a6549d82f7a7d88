"""A workspace in a shared PostgreSQL: its roles and policies, its connections, its migrations."""
