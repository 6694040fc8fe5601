"""Foreign and own forms of articles with their annotations: pure conversion, without a query and without a request."""
