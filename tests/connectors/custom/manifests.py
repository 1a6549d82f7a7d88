"""Manifests for tests, and the way to change a line of one."""

from __future__ import annotations

from integration_console.sandbox import RestSandbox

PEOPLE = """\
manifest: 1
key: people_desk
title: People Desk
description: Brings the people of the desk.
icon: users
base_url: https://desk.example.com/v1
headers:
  X-Tenant: acme
timeout_seconds: 20
pace:
  per_second: 500
  burst: 50
sign_in:
  kind: api_key
  in: header
  name: X-Api-Key
streams:
  - key: people
    title: People
    path: /cursor
    records: items
    id: id
    record_title: name
    archived: archived
    removed: deleted_at
    content:
      name: name
      mail: contact.email
    columns: [mail]
    pages:
      kind: cursor
      parameter: cursor
      size_parameter: limit
      size: 10
      next: next_cursor
    changes:
      field: updated_at
      parameter: updated_since
      overlap_seconds: 0
  - key: found
    title: Found
    path: /search
    method: POST
    body: {sort: id}
    parameters_in: body
    records: items
    pages: {kind: cursor, parameter: cursor, next: next_cursor}
  - key: listed
    title: Listed
    path: /page
    query: {wide: true, depth: 2}
    records: items
    pages: {kind: page, parameter: page, more: has_more, first: 1}
"""


def people(sandbox: RestSandbox, text: str = PEOPLE) -> str:
    """The manifest of people, pointed at a sandbox."""
    return text.replace("https://desk.example.com/v1", sandbox.base_url)


def with_line(old: str, new: str, text: str = PEOPLE) -> str:
    """The manifest with one line changed."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


def line_of(part: str, text: str = PEOPLE) -> int:
    """The line that `part` stands in."""
    return text[: text.index(part)].count("\n") + 1
