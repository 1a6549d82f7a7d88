"""The main job without a person: the same window, dialogs and receiver, with pictures of what would be seen."""
