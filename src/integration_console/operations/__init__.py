"""Everything the product can do: one module for each subject, plain functions over storage and connectors."""
