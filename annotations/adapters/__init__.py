"""Between the engine's answers and the desk's models."""
