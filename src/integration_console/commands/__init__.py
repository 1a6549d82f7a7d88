"""The command line: one file for each subject, over the gateways."""
