"""What the REST API connector asks for: the resource, the sign-in, the records, the pages and the changes."""

from __future__ import annotations

from integration_console.connectors.form_parts import GROUP_ADVANCED, private_network_field, timeout_field
from integration_console.connectors.rest.description import LARGEST_PAGE, LONGEST_OVERLAP, PageKind
from integration_console.connectors.rest.form_parts import base_address_field
from integration_console.connectors.rest.sign_in_form import SIGN_IN_FIELDS
from integration_console.domain.connectors import ConnectorType
from integration_console.domain.forms import Choice, Condition, Field, FieldKind, Form
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

GET, POST = "GET", "POST"
EXPRESSIONS = ("records_path", "id_path", "title_path", "archived_path", "removed_path", "changes_path")
PAGE_EXPRESSIONS = ("next_path", "more_path")
_GROUP_RECORDS = QT_TRANSLATE_NOOP("Forms", "Records")
_GROUP_PAGES = QT_TRANSLATE_NOOP("Forms", "Pages")
_GROUP_CHANGES = QT_TRANSLATE_NOOP("Forms", "Changes")
_POST = Condition("method", POST)
_SIZED = Condition("paging", PageKind.PAGE, (PageKind.OFFSET, PageKind.CURSOR, PageKind.LINK))

_RESOURCE = (
    Field(
        name="path",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Path"),
        help=QT_TRANSLATE_NOOP("Forms", "Where the list of records is, below the base address."),
        placeholder="/items",
    ),
    Field(
        name="method",
        kind=FieldKind.CHOICE,
        label=QT_TRANSLATE_NOOP("Forms", "Method"),
        required=True,
        choices=(
            Choice(GET, QT_TRANSLATE_NOOP("Forms", "GET")),
            Choice(POST, QT_TRANSLATE_NOOP("Forms", "POST (a search)")),
        ),
        default=GET,
    ),
    Field(
        name="body",
        kind=FieldKind.JSON,
        label=QT_TRANSLATE_NOOP("Forms", "Body"),
        help=QT_TRANSLATE_NOOP("Forms", "A JSON object that every request carries."),
        visible_when=_POST,
    ),
)
_RECORDS = (
    Field(
        name="records_path",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "List of records"),
        help=QT_TRANSLATE_NOOP(
            "Forms", "Where the list is in an answer, as a JMESPath expression. Empty: the answer is the list."
        ),
        placeholder="data.items",
        group=_GROUP_RECORDS,
    ),
    Field(
        name="id_path",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Id of a record"),
        help=QT_TRANSLATE_NOOP("Forms", "What never changes and is there only once, as a JMESPath expression."),
        required=True,
        default="id",
        group=_GROUP_RECORDS,
    ),
    Field(
        name="title_path",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Title of a record"),
        help=QT_TRANSLATE_NOOP("Forms", "A JMESPath expression. Empty: the id is shown."),
        placeholder="name",
        group=_GROUP_RECORDS,
    ),
    Field(
        name="content",
        kind=FieldKind.JSON,
        label=QT_TRANSLATE_NOOP("Forms", "What is kept"),
        help=QT_TRANSLATE_NOOP(
            "Forms", "A JSON object of names and JMESPath expressions. Empty: the whole record is kept."
        ),
        placeholder='{"email": "contact.email"}',
        group=_GROUP_RECORDS,
    ),
    Field(
        name="columns",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Columns"),
        help=QT_TRANSLATE_NOOP("Forms", "Parts of a record that its table shows, with commas between them."),
        placeholder="status, email",
        group=_GROUP_RECORDS,
    ),
    Field(
        name="archived_path",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Archived if"),
        help=QT_TRANSLATE_NOOP("Forms", "A JMESPath expression that finds something true in an archived record."),
        placeholder="archived",
        group=_GROUP_RECORDS,
    ),
    Field(
        name="removed_path",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Removed if"),
        help=QT_TRANSLATE_NOOP("Forms", "A JMESPath expression that finds something true in a deleted record."),
        placeholder="deleted_at",
        group=_GROUP_RECORDS,
    ),
)
_PAGES = (
    Field(
        name="paging",
        kind=FieldKind.CHOICE,
        label=QT_TRANSLATE_NOOP("Forms", "Next page"),
        help=QT_TRANSLATE_NOOP(
            "Forms",
            "A cursor or a link is the surest way: with numbers, a record may slip from one page to another while they"
            " are read.",
        ),
        required=True,
        choices=(
            Choice(PageKind.NONE.value, QT_TRANSLATE_NOOP("Forms", "There is only one page")),
            Choice(PageKind.PAGE.value, QT_TRANSLATE_NOOP("Forms", "Number of the page")),
            Choice(PageKind.OFFSET.value, QT_TRANSLATE_NOOP("Forms", "Number of records to skip")),
            Choice(PageKind.CURSOR.value, QT_TRANSLATE_NOOP("Forms", "Cursor in the answer")),
            Choice(PageKind.LINK.value, QT_TRANSLATE_NOOP("Forms", "Link header")),
        ),
        default=PageKind.NONE.value,
        group=_GROUP_PAGES,
    ),
    Field(
        name="page_parameter",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Parameter of the page"),
        help=QT_TRANSLATE_NOOP("Forms", "The name under which the number, or the cursor, is sent."),
        required=True,
        default="page",
        group=_GROUP_PAGES,
        visible_when=Condition("paging", PageKind.PAGE, (PageKind.OFFSET, PageKind.CURSOR)),
    ),
    Field(
        name="first_page",
        kind=FieldKind.INTEGER,
        label=QT_TRANSLATE_NOOP("Forms", "First number"),
        default=1,
        minimum=0,
        maximum=1,
        group=_GROUP_PAGES,
        visible_when=Condition("paging", PageKind.PAGE),
    ),
    Field(
        name="next_path",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Next cursor"),
        help=QT_TRANSLATE_NOOP("Forms", "Where the next cursor is in an answer, as a JMESPath expression."),
        required=True,
        default="next_cursor",
        group=_GROUP_PAGES,
        visible_when=Condition("paging", PageKind.CURSOR),
    ),
    Field(
        name="more_path",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "More if"),
        help=QT_TRANSLATE_NOOP(
            "Forms", "A JMESPath expression that finds something true while another page comes. It may stay empty."
        ),
        placeholder="has_more",
        group=_GROUP_PAGES,
        visible_when=Condition("paging", PageKind.PAGE, (PageKind.OFFSET, PageKind.CURSOR)),
    ),
    Field(
        name="size_parameter",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Parameter of the size"),
        help=QT_TRANSLATE_NOOP("Forms", "The name under which the number of records is sent. Empty: it is not sent."),
        placeholder="per_page",
        group=_GROUP_PAGES,
        visible_when=_SIZED,
    ),
    Field(
        name="page_size",
        kind=FieldKind.INTEGER,
        label=QT_TRANSLATE_NOOP("Forms", "Records in a page"),
        default=100,
        minimum=1,
        maximum=LARGEST_PAGE,
        group=_GROUP_PAGES,
        visible_when=_SIZED,
    ),
    Field(
        name="in_body",
        kind=FieldKind.BOOLEAN,
        label=QT_TRANSLATE_NOOP("Forms", "Send parameters in the body"),
        default=False,
        group=_GROUP_PAGES,
        visible_when=_POST,
    ),
)
_CHANGES = (
    Field(
        name="changes_path",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "When a record changed"),
        help=QT_TRANSLATE_NOOP(
            "Forms", "A JMESPath expression. Empty: only full syncs, since the source does not tell what changed."
        ),
        placeholder="updated_at",
        group=_GROUP_CHANGES,
    ),
    Field(
        name="changes_parameter",
        kind=FieldKind.TEXT,
        label=QT_TRANSLATE_NOOP("Forms", "Parameter of changes"),
        help=QT_TRANSLATE_NOOP("Forms", "The name under which the source is asked for changes since a moment."),
        placeholder="updated_since",
        group=_GROUP_CHANGES,
    ),
    Field(
        name="overlap_seconds",
        kind=FieldKind.INTEGER,
        label=QT_TRANSLATE_NOOP("Forms", "Overlap in seconds"),
        help=QT_TRANSLATE_NOOP("Forms", "How far an incremental sync looks back; what has not changed costs nothing."),
        default=60,
        minimum=0,
        maximum=LONGEST_OVERLAP,
        group=_GROUP_CHANGES,
    ),
)
_ADVANCED = (
    Field(
        name="query",
        kind=FieldKind.JSON,
        label=QT_TRANSLATE_NOOP("Forms", "Query"),
        help=QT_TRANSLATE_NOOP("Forms", "A JSON object of what every request has in its query."),
        placeholder='{"status": "open"}',
        group=GROUP_ADVANCED,
    ),
    Field(
        name="headers",
        kind=FieldKind.JSON,
        label=QT_TRANSLATE_NOOP("Forms", "Headers"),
        help=QT_TRANSLATE_NOOP("Forms", "A JSON object of headers. No secrets: they belong to the sign-in."),
        placeholder='{"X-Tenant": "acme"}',
        group=GROUP_ADVANCED,
    ),
    Field(
        name="per_second",
        kind=FieldKind.INTEGER,
        label=QT_TRANSLATE_NOOP("Forms", "Requests per second"),
        help=QT_TRANSLATE_NOOP("Forms", "0: as many as the source answers."),
        default=10,
        minimum=0,
        maximum=1_000,
        group=GROUP_ADVANCED,
    ),
    Field(
        name="burst",
        kind=FieldKind.INTEGER,
        label=QT_TRANSLATE_NOOP("Forms", "Requests at once"),
        help=QT_TRANSLATE_NOOP("Forms", "How many may be sent before the pace counts."),
        default=10,
        minimum=1,
        maximum=1_000,
        group=GROUP_ADVANCED,
    ),
)


def api_type(base_url: str) -> ConnectorType:
    """Return the description of the type, which proposes `base_url` ("": none) as the base address."""
    network = private_network_field(allowed=bool(base_url))
    main = (base_address_field(base_url), *_RESOURCE, *SIGN_IN_FIELDS, *_RECORDS, *_PAGES, *_CHANGES)
    return ConnectorType(
        key="api",
        title=QT_TRANSLATE_NOOP("ConnectorTypes", "REST API"),
        description=QT_TRANSLATE_NOOP("ConnectorTypes", "Brings any list of records that an API gives as JSON."),
        icon="braces",
        form=Form((*main, *_ADVANCED, timeout_field(), network)),
        syncs=True,
        previews=True,
    )
