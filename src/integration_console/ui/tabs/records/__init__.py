"""Records that syncs brought: a table of any length, search, and each record's content and history."""
