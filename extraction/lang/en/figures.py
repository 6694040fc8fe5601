"""The English figure pack."""
from extraction.lang.de.figures import PACK

__all__ = ["PACK"]
