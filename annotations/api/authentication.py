"""Who asks: the owner of a token, looked at anew each time, with what the token may be used for."""

from __future__ import annotations

import binascii
from hmac import compare_digest
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from knox.auth import TokenAuthentication as KnoxAuthentication
from knox.crypto import hash_token
from knox.settings import CONSTANTS
from rest_framework.exceptions import AuthenticationFailed

from annotations.models import ApiToken
from annotations.queries.tokens import tokens_beginning
from annotations.services.tokens import note_use


class TokenAuthentication(KnoxAuthentication):
    """Reads the header as the library does, and the token with its owner in one query. `request.auth` is the
    `ApiToken`. An expired token opens nothing; it stays in its owner's list until she revokes it.
    """

    def authenticate_credentials(self, token: bytes) -> tuple[User, ApiToken]:
        try:
            written = token.decode("utf-8")
            digest = hash_token(written)
        except (UnicodeDecodeError, TypeError, binascii.Error) as error:
            raise AuthenticationFailed(_("Invalid token.")) from error
        for found in tokens_beginning(written[: CONSTANTS.TOKEN_KEY_LENGTH]):
            if compare_digest(digest, found.secret.digest) and found.owner.is_active:
                if found.is_expired:
                    raise AuthenticationFailed(_("This token has expired. Make a new one in your profile."))
                note_use(found)
                return found.owner, found
        raise AuthenticationFailed(_("Invalid token."))


class _TokenScheme(OpenApiAuthenticationExtension):
    """Found by the generator of the schema through its target."""

    target_class = "annotations.api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": "`Token beleg_…`, made in the profile; narrowed by its scopes.",
        }
