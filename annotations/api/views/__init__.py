"""Thin views: check, call one service or query, answer."""
