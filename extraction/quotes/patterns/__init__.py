"""The named attribution patterns: each reads one unit and proposes quotes. They over-generate; the verifier judges."""
