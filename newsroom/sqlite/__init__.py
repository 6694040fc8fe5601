"""The database of a newsroom on one machine."""
