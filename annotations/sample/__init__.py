"""A newsroom to try the desk in: people, and articles in our own words."""
