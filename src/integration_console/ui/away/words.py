"""The words for what waits: what a draft is about, what became of it, what its fields are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from integration_console.domain.drafts import Draft, DraftKind, DraftState
from integration_console.domain.errors import SecretNotKept, error_from_code
from integration_console.ui.language import error_sentence, error_title, technical, user_text
from integration_console.ui.widgets import Tone


def kind_word(kind: DraftKind) -> str:
    """What a draft is about."""
    return {
        DraftKind.CONNECTOR: QCoreApplication.translate("DraftWords", "Connector"),
        DraftKind.WEBHOOK: QCoreApplication.translate("DraftWords", "Webhook"),
        DraftKind.SCHEDULE: QCoreApplication.translate("DraftWords", "Schedule"),
    }[kind]


def subject_of(draft: Draft) -> str:
    """The name of what a draft changes."""
    return user_text(draft.name) if draft.name else technical(f"…{draft.subject_id[-8:]}")


def state_of(draft: Draft) -> tuple[str, Tone, str]:
    """The word, tone and icon for what became of a draft."""
    return {
        DraftState.WAITING: (QCoreApplication.translate("DraftWords", "Waits"), Tone.INFO, "clock"),
        DraftState.CONFLICT: (QCoreApplication.translate("DraftWords", "Conflict"), Tone.WARNING, "git-compare"),
        DraftState.REFUSED: (QCoreApplication.translate("DraftWords", "Refused"), Tone.DANGER, "circle-x"),
    }[draft.state]


def advice_for(draft: Draft) -> str:
    """What became of a draft, and what can be done."""
    if draft.refusal == SecretNotKept.code:
        return error_sentence(SecretNotKept())
    if draft.state is DraftState.REFUSED:
        reason = error_title(error_from_code(draft.refusal, draft.refusal_params))
        return QCoreApplication.translate("DraftWords", "It was refused: {reason}").format(reason=reason)
    if draft.state is DraftState.CONFLICT and not draft.theirs:
        return QCoreApplication.translate("DraftWords", "It has been removed meanwhile.")
    if draft.state is DraftState.CONFLICT:
        return QCoreApplication.translate("DraftWords", "Somebody else has changed it meanwhile. Choose what stays.")
    if draft.lacks_secret:
        return QCoreApplication.translate(
            "DraftWords",
            "It is made as soon as the workspace is reached. A typed secret is kept in memory only.",
        )
    return QCoreApplication.translate("DraftWords", "It is made as soon as the workspace is reached.")


def value_word(name: str, text: str) -> str:
    """The value of a field as people read it; texts of people and of machines stay as they are."""
    words = {
        ("status", "active"): QCoreApplication.translate("DraftWords", "Active"),
        ("status", "inactive"): QCoreApplication.translate("DraftWords", "Inactive"),
        ("status", "paused"): QCoreApplication.translate("DraftWords", "Paused"),
        ("active", "True"): QCoreApplication.translate("DraftWords", "Yes"),
        ("active", "False"): QCoreApplication.translate("DraftWords", "No"),
    }
    return words.get((name, text)) or (user_text(text) if name == "name" else technical(text))


def field_word(name: str) -> str:
    """What a field is called; one without a word of its own by its name."""
    words = {
        "name": QCoreApplication.translate("DraftWords", "Name"),
        "status": QCoreApplication.translate("DraftWords", "Status"),
        "event_filter": QCoreApplication.translate("DraftWords", "Events"),
        "seconds": QCoreApplication.translate("DraftWords", "Interval"),
        "cron": QCoreApplication.translate("DraftWords", "Times"),
        "time_zone": QCoreApplication.translate("DraftWords", "Time zone"),
        "active": QCoreApplication.translate("DraftWords", "Active"),
    }
    return words.get(name) or technical(name.removeprefix("config.").removeprefix("rules."))
