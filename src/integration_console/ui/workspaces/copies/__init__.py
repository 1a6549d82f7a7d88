"""A workspace file backed up, restored, or copied into a shared database: the dialogs, with all that happens told."""
