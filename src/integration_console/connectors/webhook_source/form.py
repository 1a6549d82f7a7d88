"""What the webhook connector asks for: which webhook, and where an event has its record."""

from __future__ import annotations

from integration_console.domain.connectors import ConnectorType
from integration_console.domain.forms import Field, FieldKind, Form
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

EXPRESSIONS = ("id_path", "title_path", "content_path", "removed_path")
_GROUP_RECORDS = QT_TRANSLATE_NOOP("Forms", "Records")

_FIELDS = (
    Field(
        name="webhook",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Webhook"),
        help=QT_TRANSLATE_NOOP("Forms", "The name or the id of an incoming webhook of this workspace."),
        required=True,
    ),
    Field(
        name="id_path",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Id of a record"),
        help=QT_TRANSLATE_NOOP(
            "Forms",
            "A JMESPath expression over the event's body: a later event with the same id replaces the record. Empty:"
            " each event is a record of its own.",
        ),
        placeholder="data.id",
        group=_GROUP_RECORDS,
    ),
    Field(
        name="title_path",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Title of a record"),
        help=QT_TRANSLATE_NOOP("Forms", "A JMESPath expression. Empty: the type of the event is shown."),
        placeholder="data.name",
        group=_GROUP_RECORDS,
    ),
    Field(
        name="content_path",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "What is kept"),
        help=QT_TRANSLATE_NOOP("Forms", "A JMESPath expression. Empty: the whole body."),
        placeholder="data",
        group=_GROUP_RECORDS,
    ),
    Field(
        name="removed_path",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Removed if"),
        help=QT_TRANSLATE_NOOP(
            "Forms", "A JMESPath expression that finds something true in an event which says that a record is gone."
        ),
        placeholder="event == 'deleted'",
        group=_GROUP_RECORDS,
    ),
)


def webhook_type() -> ConnectorType:
    """Return the description of the type; it talks to nobody, and so needs no address and no time limit."""
    return ConnectorType(
        key="webhook",
        title=QT_TRANSLATE_NOOP("ConnectorTypes", "Webhook events"),
        description=QT_TRANSLATE_NOOP(
            "ConnectorTypes", "Makes records of what an incoming webhook of this workspace receives."
        ),
        icon="webhook",
        form=Form(_FIELDS),
        syncs=True,
        previews=True,
    )
