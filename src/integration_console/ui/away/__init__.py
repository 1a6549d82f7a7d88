"""While a workspace is not reached: how old what is shown is, and which changes wait or want a decision."""
