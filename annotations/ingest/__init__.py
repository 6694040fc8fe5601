"""Bytes to text: one reader a format. What they return is not canonical yet."""
