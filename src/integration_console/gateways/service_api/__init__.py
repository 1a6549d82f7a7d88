"""The door to a workspace through the API of a service, near or far: the same subjects, over HTTP."""
