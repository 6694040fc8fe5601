"""All composed reads: the joins and prefetches of each list in one named place."""
