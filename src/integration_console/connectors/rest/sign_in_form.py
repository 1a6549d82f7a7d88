"""What a REST source's form asks for to sign in, each way by itself, and what is made of the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from integration_console.connectors.oauth import OAuthClient
from integration_console.connectors.rest.description import Grant, Place, SignIn, SignInKind
from integration_console.domain.forms import Choice, Condition, Field, FieldKind
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

_GROUP = QT_TRANSLATE_NOOP("Forms", "Sign-in")
_KEY = Condition("sign_in", SignInKind.API_KEY)
_BEARER = Condition("sign_in", SignInKind.BEARER)
_BASIC = Condition("sign_in", SignInKind.BASIC)
_OAUTH = Condition("sign_in", SignInKind.OAUTH)

SIGN_IN_FIELDS = (
    Field(
        name="sign_in",
        kind=FieldKind.CHOICE,
        label=QT_TRANSLATE_NOOP("Forms", "Sign in with"),
        required=True,
        choices=(
            Choice(SignInKind.NONE.value, QT_TRANSLATE_NOOP("Forms", "Nothing: everybody may read")),
            Choice(SignInKind.API_KEY.value, QT_TRANSLATE_NOOP("Forms", "API key")),
            Choice(SignInKind.BEARER.value, QT_TRANSLATE_NOOP("Forms", "Bearer token")),
            Choice(SignInKind.BASIC.value, QT_TRANSLATE_NOOP("Forms", "User name and password")),
            Choice(SignInKind.OAUTH.value, QT_TRANSLATE_NOOP("Forms", "OAuth 2")),
        ),
        default=SignInKind.NONE.value,
        group=_GROUP,
    ),
    Field(
        name="key_place",
        kind=FieldKind.CHOICE,
        label=QT_TRANSLATE_NOOP("Forms", "Where the key goes"),
        help=QT_TRANSLATE_NOOP("Forms", "Choose the header where you can: addresses end up in logs."),
        required=True,
        choices=(
            Choice(Place.HEADER.value, QT_TRANSLATE_NOOP("Forms", "In a header")),
            Choice(Place.QUERY.value, QT_TRANSLATE_NOOP("Forms", "In the query of the address")),
        ),
        default=Place.HEADER.value,
        group=_GROUP,
        visible_when=_KEY,
    ),
    Field(
        name="key_name",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Name of the header or parameter"),
        required=True,
        default="X-Api-Key",
        group=_GROUP,
        visible_when=_KEY,
    ),
    Field(
        name="key_prefix",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Word before the key"),
        help=QT_TRANSLATE_NOOP("Forms", "Some systems want one, such as Token. Usually empty."),
        group=_GROUP,
        visible_when=Condition("key_place", Place.HEADER),
    ),
    Field(
        name="api_key",
        kind=FieldKind.SECRET,
        label=QT_TRANSLATE_NOOP("Forms", "API key"),
        required=True,
        group=_GROUP,
        visible_when=_KEY,
    ),
    Field(
        name="token",
        kind=FieldKind.SECRET,
        label=QT_TRANSLATE_NOOP("Forms", "Token"),
        required=True,
        group=_GROUP,
        visible_when=_BEARER,
    ),
    Field(
        name="username",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "User name"),
        required=True,
        group=_GROUP,
        visible_when=_BASIC,
    ),
    Field(
        name="password",
        kind=FieldKind.SECRET,
        label=QT_TRANSLATE_NOOP("Forms", "Password"),
        group=_GROUP,
        visible_when=_BASIC,
    ),
    Field(
        name="grant",
        kind=FieldKind.CHOICE,
        label=QT_TRANSLATE_NOOP("Forms", "Grant"),
        required=True,
        choices=(
            Choice(Grant.CLIENT_CREDENTIALS.value, QT_TRANSLATE_NOOP("Forms", "Client credentials")),
            Choice(Grant.REFRESH_TOKEN.value, QT_TRANSLATE_NOOP("Forms", "Refresh token")),
        ),
        default=Grant.CLIENT_CREDENTIALS.value,
        group=_GROUP,
        visible_when=_OAUTH,
    ),
    Field(
        name="token_address",
        kind=FieldKind.URL,
        label=QT_TRANSLATE_NOOP("Forms", "Address for tokens"),
        required=True,
        placeholder="https://login.example.com/oauth/token",
        group=_GROUP,
        visible_when=_OAUTH,
    ),
    Field(
        name="client_id",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Client ID"),
        required=True,
        group=_GROUP,
        visible_when=_OAUTH,
    ),
    Field(
        name="client_secret",
        kind=FieldKind.SECRET,
        label=QT_TRANSLATE_NOOP("Forms", "Client secret"),
        group=_GROUP,
        visible_when=_OAUTH,
    ),
    Field(
        name="client_basic",
        kind=FieldKind.BOOLEAN,
        label=QT_TRANSLATE_NOOP("Forms", "Show the client secret in the header"),
        help=QT_TRANSLATE_NOOP("Forms", "Otherwise it is sent among the fields of the request for a token."),
        default=False,
        group=_GROUP,
        visible_when=_OAUTH,
    ),
    Field(
        name="scopes",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Scopes"),
        help=QT_TRANSLATE_NOOP("Forms", "With spaces between them. May stay empty."),
        group=_GROUP,
        visible_when=Condition("grant", Grant.CLIENT_CREDENTIALS),
    ),
    Field(
        name="refresh_token",
        kind=FieldKind.SECRET,
        label=QT_TRANSLATE_NOOP("Forms", "Refresh token"),
        required=True,
        group=_GROUP,
        visible_when=Condition("grant", Grant.REFRESH_TOKEN),
    ),
)


_CREDENTIALS: Mapping[SignInKind, tuple[str, ...]] = {
    SignInKind.NONE: (),
    SignInKind.API_KEY: ("api_key",),
    SignInKind.BEARER: ("token",),
    SignInKind.BASIC: ("username", "password"),
    SignInKind.OAUTH: ("token_address", "client_id", "client_secret"),
}
_REFRESH = ("refresh_token",)


def credential_names(sign_in: SignIn) -> tuple[str, ...]:
    """Return the names of the fields that hold what a sign-in needs from a person."""
    refreshed = sign_in.kind is SignInKind.OAUTH and sign_in.grant is Grant.REFRESH_TOKEN
    return (*_CREDENTIALS[sign_in.kind], *(_REFRESH if refreshed else ()))


def credential_fields(names: tuple[str, ...]) -> tuple[Field, ...]:
    """Return the questions for these credentials, without a condition."""
    return tuple(replace(each, visible_when=None) for each in SIGN_IN_FIELDS if each.name in names)


def with_credentials(sign_in: SignIn, texts: Mapping[str, str]) -> SignIn:
    """Return `sign_in` with the credentials that a person entered."""
    if sign_in.kind is SignInKind.API_KEY:
        return replace(sign_in, secret=texts["api_key"])
    if sign_in.kind is SignInKind.BEARER:
        return replace(sign_in, secret=texts["token"])
    if sign_in.kind is SignInKind.BASIC:
        return replace(sign_in, secret=texts.get("password", ""), account=texts["username"])
    if sign_in.kind is SignInKind.OAUTH:
        basic = sign_in.client is not None and sign_in.client.basic
        client = OAuthClient(texts["token_address"], texts["client_id"], texts.get("client_secret", ""), basic)
        refresh = texts["refresh_token"] if sign_in.grant is Grant.REFRESH_TOKEN else ""
        return replace(sign_in, client=client, refresh_token=refresh)
    return sign_in
