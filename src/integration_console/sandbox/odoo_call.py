"""One call of a method of an Odoo in miniature, as both protocols make it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from integration_console.sandbox.odoo_people import People, SandboxUser
from integration_console.sandbox.odoo_tables import LANGUAGE, Tables

VERSIONED_SINCE = 19
"""Since this version job, department and job title stand in hr.version."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method: who asks, of which model and records."""

    tables: Tables
    people: People
    user: SandboxUser
    model: str
    version: int = VERSIONED_SINCE
    ids: tuple[int, ...] = ()
    context: Mapping[str, Any] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of names."""
        return str(self.context.get("lang") or LANGUAGE)
