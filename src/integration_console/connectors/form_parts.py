"""The questions that every connector type asks in the same words."""

from __future__ import annotations

from integration_console.domain.forms import Condition, Field, FieldKind
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

GROUP_ADVANCED = QT_TRANSLATE_NOOP("Forms", "Advanced")


def private_network_field(*, allowed: bool = False) -> Field:
    """Ask whether the connector may talk to addresses that are not public; `allowed` is what it proposes."""
    return Field(
        name="private_network",
        kind=FieldKind.BOOLEAN,
        label=QT_TRANSLATE_NOOP("Forms", "Private network"),
        help=QT_TRANSLATE_NOOP(
            "Forms",
            "Allow addresses of your own network and of this machine. Leave it off for systems on the internet: then"
            " nobody can turn this connector against what stands inside.",
        ),
        default=allowed,
        group=GROUP_ADVANCED,
    )


def timeout_field(default: int = 30, *, visible_when: Condition | None = None) -> Field:
    """Ask for the time limit of a call in seconds."""
    return Field(
        name="timeout_seconds",
        kind=FieldKind.INTEGER,
        label=QT_TRANSLATE_NOOP("Forms", "Time limit in seconds"),
        help=QT_TRANSLATE_NOOP("Forms", "How long to wait for an answer."),
        default=default,
        minimum=1,
        maximum=300,
        group=GROUP_ADVANCED,
        visible_when=visible_when,
    )
