"""Thin views of the pages."""
