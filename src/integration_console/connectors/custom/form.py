"""What custom connectors ask for: a manifest to write, or what a manifest's file leaves to a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from integration_console.connectors.custom.manifest import Manifest
from integration_console.connectors.form_parts import private_network_field, timeout_field
from integration_console.connectors.rest import form_parts as parts
from integration_console.connectors.rest.sign_in_form import credential_fields, credential_names
from integration_console.domain.connectors import ConnectorType
from integration_console.domain.errors import FieldProblem
from integration_console.domain.forms import Field, FieldKind, Form, Value
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

EXAMPLE = """\
manifest: 1
title: People
base_url: https://api.example.com/v1
sign_in:
  kind: bearer
streams:
  - key: people
    title: People
    path: /people
    records: items
    id: id
    record_title: name
    pages:
      kind: cursor
      parameter: cursor
      next: next_cursor
    changes:
      field: updated_at
      parameter: updated_since
"""
CREDENTIALS = (
    *("api_key", "token", "username", "password"),
    *("token_address", "client_id", "client_secret", "refresh_token"),
)
_OPTIONAL = frozenset({"password", "client_secret"})
_NEEDED = QT_TRANSLATE_NOOP("Forms", "The manifest's sign-in needs this field.")
_BASE_HELP = QT_TRANSLATE_NOOP("Forms", "Empty: the one that the manifest names.")
_GROUP_CREDENTIALS = QT_TRANSLATE_NOOP("Forms", "Credentials: those that the manifest's sign-in needs")


def custom_type(base_url: str) -> ConnectorType:
    """Return the description of the type whose manifest is written into its form; it proposes `base_url` ("": none)."""
    manifest = Field(
        name="manifest",
        kind=FieldKind.MULTILINE,
        label=QT_TRANSLATE_NOOP("Forms", "Manifest"),
        help=QT_TRANSLATE_NOOP("Forms", "YAML or JSON that describes the API. No secrets: they have their own fields."),
        required=True,
        default=EXAMPLE,
    )
    base = replace(parts.base_address_field(base_url), required=False, help=_BASE_HELP)
    asked = tuple(replace(each, required=False, group=_GROUP_CREDENTIALS) for each in credential_fields(CREDENTIALS))
    return ConnectorType(
        key="custom",
        title=QT_TRANSLATE_NOOP("ConnectorTypes", "Custom"),
        description=QT_TRANSLATE_NOOP("ConnectorTypes", "Brings what a manifest of your own describes, from any API."),
        icon="file-text",
        form=Form((manifest, base, *asked, timeout_field(), private_network_field(allowed=bool(base_url)))),
        syncs=True,
        previews=True,
    )


def manifest_type(manifest: Manifest) -> ConnectorType:
    """Return the description of the type that a manifest's file describes."""
    names = credential_names(manifest.source.sign_in)
    asked = tuple(
        replace(each, default=manifest.token_address or None) if each.name == "token_address" else each
        for each in credential_fields(names)
    )
    base = parts.base_address_field(manifest.source.base_url)
    limit = timeout_field(int(manifest.source.timeout_seconds))
    return ConnectorType(
        key=manifest.key,
        title=manifest.title,
        description=manifest.description,
        icon=manifest.icon,
        form=Form((base, *asked, limit, private_network_field())),
        syncs=True,
        previews=True,
    )


def own_problems(manifest: Manifest, form: Form, values: Mapping[str, Value]) -> Iterator[FieldProblem]:
    """Yield what the form alone cannot see in the base address and in the credentials."""
    filled = form.with_defaults(values)
    texts = {name: value.strip() for name, value in filled.items() if isinstance(value, str)}
    problem = parts.base_address_problem("base_url", texts.get("base_url", ""))
    if problem is not None:
        yield problem
    for name in {"api_key", "token"} & set(credential_names(manifest.source.sign_in)):
        found = parts.credential_problem(name, texts[name]) if texts.get(name) else None
        if found is not None:
            yield found


def missing_credentials(
    manifest: Manifest, values: Mapping[str, Value], stored_secrets: frozenset[str]
) -> Iterator[FieldProblem]:
    """Yield the fields that the manifest's sign-in needs and that nobody filled."""
    known = {"token_address": manifest.token_address}
    for name in credential_names(manifest.source.sign_in):
        given = values.get(name) or known.get(name) or name in stored_secrets
        if not given and name not in _OPTIONAL:
            yield FieldProblem(name, _NEEDED)
