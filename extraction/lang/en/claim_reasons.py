"""The English claim pack."""

from extraction.lang.de.claim_reasons import PACK

__all__ = ["PACK"]
