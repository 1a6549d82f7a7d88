"""What the Google connector asks for, and the rules that a form cannot say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from integration_console.connectors.form_parts import GROUP_ADVANCED, private_network_field, timeout_field
from integration_console.connectors.google.addresses import GoogleAddresses
from integration_console.connectors.google.service_key import ServiceKey
from integration_console.domain.connectors import ConnectorType
from integration_console.domain.errors import FieldProblem, GoogleKeyUnusable
from integration_console.domain.forms import Choice, Condition, Field, FieldKind, Form, Value
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

OAUTH_CLIENT = "oauth_client"
SERVICE_ACCOUNT = "service_account"
LARGEST_PAGE = 1000

_NOTHING_TO_SYNC = QT_TRANSLATE_NOOP("Forms", "Choose Drive files, Calendar events, or both.")
_NOT_KEY = QT_TRANSLATE_NOOP("Forms", "Paste the whole JSON file of the service account's key.")
_SANDBOX_HELP = QT_TRANSLATE_NOOP("Forms", "Change it only for a sandbox or a gateway of your own.")
_GROUP_SYNC = QT_TRANSLATE_NOOP("Forms", "What to sync")
_OAUTH = Condition("method", OAUTH_CLIENT)
_SERVICE = Condition("method", SERVICE_ACCOUNT)

_METHOD = Field(
    name="method",
    kind=FieldKind.CHOICE,
    label=QT_TRANSLATE_NOOP("Forms", "Sign in with"),
    help=QT_TRANSLATE_NOOP(
        "Forms",
        "With an OAuth client a person allows the access in the browser. A service account needs no person: share the"
        " drives and calendars with it, or let it act for a user of your organisation.",
    ),
    required=True,
    choices=(
        Choice(OAUTH_CLIENT, QT_TRANSLATE_NOOP("Forms", "OAuth client of the type “Desktop” (recommended)")),
        Choice(SERVICE_ACCOUNT, QT_TRANSLATE_NOOP("Forms", "Service account")),
    ),
    default=OAUTH_CLIENT,
)
_CLIENT_ID = Field(
    name="client_id",
    kind=FieldKind.TEXT,
    label=QT_TRANSLATE_NOOP("Forms", "Client ID"),
    help=QT_TRANSLATE_NOOP(
        "Forms",
        "In the Google Cloud console, under Credentials, create an OAuth client of the type “Desktop”. In a Workspace"
        " organisation make the app “Internal”: then access does not end after seven days.",
    ),
    required=True,
    placeholder="….apps.googleusercontent.com",
    visible_when=_OAUTH,
)
_CLIENT_SECRET = Field(
    name="client_secret",
    kind=FieldKind.SECRET,
    label=QT_TRANSLATE_NOOP("Forms", "Client secret"),
    help=QT_TRANSLATE_NOOP("Forms", "Google shows it beside the client ID."),
    required=True,
    placeholder="GOCSPX-…",
    visible_when=_OAUTH,
)
_SERVICE_KEY = Field(
    name="service_key",
    kind=FieldKind.SECRET,
    label=QT_TRANSLATE_NOOP("Forms", "Key file of the service account"),
    help=QT_TRANSLATE_NOOP(
        "Forms", "Paste the whole text of the JSON file that Google gave when the key was created. Renew it every year."
    ),
    required=True,
    placeholder='{"type": "service_account", …}',
    visible_when=_SERVICE,
)
_DELEGATED_USER = Field(
    name="delegated_user",
    kind=FieldKind.TEXT,
    label=QT_TRANSLATE_NOOP("Forms", "Act for the user"),
    help=QT_TRANSLATE_NOOP(
        "Forms",
        "Empty: the service account sees what is shared with it. An e-mail address needs domain-wide delegation in the"
        " Admin console.",
    ),
    placeholder="name@example.org",
    visible_when=_SERVICE,
)
_DRIVE_FILES = Field(
    name="drive_files",
    kind=FieldKind.BOOLEAN,
    label=QT_TRANSLATE_NOOP("Forms", "Drive files"),
    help=QT_TRANSLATE_NOOP("Forms", "Names, folders, sizes and times of files; never what is in them."),
    default=True,
    group=_GROUP_SYNC,
)
_SHARED_DRIVES = Field(
    name="shared_drives",
    kind=FieldKind.BOOLEAN,
    label=QT_TRANSLATE_NOOP("Forms", "Shared drives too"),
    help=QT_TRANSLATE_NOOP(
        "Forms",
        "To list shared drives Google wants the permission to read files, though nothing here reads one. Without them,"
        " and for a single folder, seeing their names is enough.",
    ),
    default=True,
    group=_GROUP_SYNC,
)
_FOLDER = Field(
    name="folder_id",
    kind=FieldKind.TEXT,
    label=QT_TRANSLATE_NOOP("Forms", "Only this Drive folder"),
    help=QT_TRANSLATE_NOOP(
        "Forms", "The folder's ID or its address in the browser; its sub-folders are included. Empty: everything."
    ),
    group=_GROUP_SYNC,
)
_CALENDAR_EVENTS = Field(
    name="calendar_events",
    kind=FieldKind.BOOLEAN,
    label=QT_TRANSLATE_NOOP("Forms", "Calendar events"),
    default=False,
    group=_GROUP_SYNC,
)
_CALENDARS = Field(
    name="calendar_ids",
    kind=FieldKind.TEXT,
    label=QT_TRANSLATE_NOOP("Forms", "Calendars"),
    help=QT_TRANSLATE_NOOP(
        "Forms", "IDs of calendars, separated by commas; “primary” is the account's own. See the calendar's settings."
    ),
    default="primary",
    group=_GROUP_SYNC,
)
_PAGE_SIZE = Field(
    name="page_size",
    kind=FieldKind.INTEGER,
    label=QT_TRANSLATE_NOOP("Forms", "Records for each call"),
    default=LARGEST_PAGE,
    minimum=1,
    maximum=LARGEST_PAGE,
    group=GROUP_ADVANCED,
)


def google_type(addresses: GoogleAddresses) -> ConnectorType:
    """Return the description of the type, whose addresses are these unless a person enters others."""
    api = _address("api_address", QT_TRANSLATE_NOOP("Forms", "Address of Google's APIs"), addresses.api)
    door = _address(
        "authorisation_address",
        QT_TRANSLATE_NOOP("Forms", "Address of the sign-in page"),
        addresses.authorisation,
        _OAUTH,
    )
    tokens = _address("token_address", QT_TRANSLATE_NOOP("Forms", "Address of the token endpoint"), addresses.token)
    network = private_network_field(allowed=addresses != GoogleAddresses())
    who = (_METHOD, _CLIENT_ID, _CLIENT_SECRET, _SERVICE_KEY, _DELEGATED_USER)
    what = (_DRIVE_FILES, _SHARED_DRIVES, _FOLDER, _CALENDAR_EVENTS, _CALENDARS)
    return ConnectorType(
        key="google_workspace",
        title=QT_TRANSLATE_NOOP("ConnectorTypes", "Google Workspace"),
        description=QT_TRANSLATE_NOOP("ConnectorTypes", "Brings the files of Drive and the events of Calendar."),
        icon="folder-sync",
        form=Form((*who, *what, api, door, tokens, _PAGE_SIZE, timeout_field(), network)),
        syncs=True,
        authorises=True,
    )


def own_problems(form: Form, values: Mapping[str, Value]) -> Iterator[FieldProblem]:
    """Yield what the form alone cannot see: nothing to sync, a key that is no key."""
    filled = form.with_defaults(values)
    if filled["drive_files"] is False and filled["calendar_events"] is False:
        yield FieldProblem("drive_files", _NOTHING_TO_SYNC)
    key = filled.get("service_key")
    if filled["method"] == SERVICE_ACCOUNT and isinstance(key, str) and key.strip():
        try:
            ServiceKey.read(key)
        except GoogleKeyUnusable:
            yield FieldProblem("service_key", _NOT_KEY)


def _address(name: str, label: str, default: str, condition: Condition | None = None) -> Field:
    return Field(
        name=name,
        kind=FieldKind.URL,
        label=label,
        help=_SANDBOX_HELP,
        required=True,
        default=default,
        group=GROUP_ADVANCED,
        visible_when=condition,
    )
