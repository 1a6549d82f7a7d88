"""Our side of the comparison with other log viewers: what it opens, and the tasks in its own form."""
