"""Members: the people of the organisation, what they may do, and how they sign in."""
