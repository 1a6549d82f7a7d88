"""Case files: a log in one signed file that is searched without being unpacked."""
