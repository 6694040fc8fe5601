"""Language packs: a folder of lists each, the same file names in every folder."""
