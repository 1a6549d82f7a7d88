"""Key holders: who can open the secrets of the workspace, and who asks to."""
