"""What a person enters about a workspace: where it is, who signs in, which environment it is, whether it is locked."""

from __future__ import annotations

from enum import StrEnum

from integration_console.domain.forms import Choice, Condition, Field, FieldKind, Form
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

POSTGRES_PORT = 5432


class Environment(StrEnum):
    """What a workspace is for; each has its colour in the frame."""

    NONE = ""
    PRODUCTION = "production"
    STAGING = "staging"
    TEST = "test"
    DEVELOPMENT = "development"


class Encryption(StrEnum):
    """How the way to a database is kept from others; the values are libpq's own."""

    VERIFY = "verify-full"
    ENCRYPT = "require"
    NONE = "disable"


_DATABASE = QT_TRANSLATE_NOOP("Forms", "Database")
_SECURITY = QT_TRANSLATE_NOOP("Forms", "Connection security")
_HERE = QT_TRANSLATE_NOOP("Forms", "On this machine")
_OWN_PASSWORD = QT_TRANSLATE_NOOP("Forms", "A password of your own")
LABEL_FIELDS = (
    Field("environment", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "Environment"), group=_HERE,
          default=Environment.NONE.value,
          help=QT_TRANSLATE_NOOP("Forms", "Its colour and its name stand in the frame of the window."),
          choices=(Choice(Environment.NONE, QT_TRANSLATE_NOOP("Forms", "None")),
                   Choice(Environment.PRODUCTION, QT_TRANSLATE_NOOP("Forms", "Production")),
                   Choice(Environment.STAGING, QT_TRANSLATE_NOOP("Forms", "Staging")),
                   Choice(Environment.TEST, QT_TRANSLATE_NOOP("Forms", "Test")),
                   Choice(Environment.DEVELOPMENT, QT_TRANSLATE_NOOP("Forms", "Development")))),
    Field("read_only", FieldKind.BOOLEAN, QT_TRANSLATE_NOOP("Forms", "Lock against changes"), group=_HERE,
          default=False,
          help=QT_TRANSLATE_NOOP("Forms", "Everything can be looked at and nothing changed until the lock is off.")),
)  # fmt: skip
LABEL_FORM = Form(LABEL_FIELDS)
"""What is remembered of any workspace on this machine alone."""
_ADDRESS_FIELDS = (
    Field("host", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Host"), required=True, placeholder="db.example.com",
          group=_DATABASE),
    Field("port", FieldKind.INTEGER, QT_TRANSLATE_NOOP("Forms", "Port"), default=POSTGRES_PORT, minimum=1,
          maximum=65535, group=_DATABASE),
    Field("database", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Name of the database"), required=True,
          placeholder="console", group=_DATABASE),
)  # fmt: skip
_PASSWORD_FIELDS = (
    Field("password", FieldKind.SECRET, QT_TRANSLATE_NOOP("Forms", "Password"), group=_DATABASE),
    Field("remember", FieldKind.BOOLEAN, QT_TRANSLATE_NOOP("Forms", "Remember the password in the system keyring"),
          default=False, group=_DATABASE),
)  # fmt: skip
_SECURITY_FIELDS = (
    Field("encryption", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "Encryption"), group=_SECURITY, required=True,
          default=Encryption.VERIFY.value,
          choices=(Choice(Encryption.VERIFY, QT_TRANSLATE_NOOP("Forms", "Encrypt and verify who the server is")),
                   Choice(Encryption.ENCRYPT, QT_TRANSLATE_NOOP("Forms", "Encrypt without verifying the server")),
                   Choice(Encryption.NONE, QT_TRANSLATE_NOOP("Forms", "Do not encrypt (this machine only)")))),
    Field("authority", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "File of the certificate authority"),
          group=_SECURITY, placeholder="/etc/ssl/company-ca.pem", visible_when=Condition("encryption", "verify-full"),
          help=QT_TRANSLATE_NOOP("Forms", "Leave it empty to trust the authorities of this system.")),
)  # fmt: skip
DATABASE_FORM = Form((
    *_ADDRESS_FIELDS,
    Field("login", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Login"), required=True, group=_DATABASE,
          help=QT_TRANSLATE_NOOP("Forms", "Your own login of the database; what you may do follows from it.")),
    *_PASSWORD_FIELDS,
    Field("organisation", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Organisation"), group=_DATABASE,
          help=QT_TRANSLATE_NOOP("Forms", "Needed only where this login belongs to several.")),
    *_SECURITY_FIELDS,
    *LABEL_FIELDS,
))  # fmt: skip
"""A shared database that a person signs in to."""
COPY_FORM = Form((
    *_ADDRESS_FIELDS,
    Field("login", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Login of an administrator"), required=True,
          group=_DATABASE, placeholder="postgres",
          help=QT_TRANSLATE_NOOP("Forms", "It prepared the database and is used for the copy alone.")),
    *_PASSWORD_FIELDS,
    Field("owner", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Login of the owner"), required=True, group=_DATABASE,
          help=QT_TRANSLATE_NOOP("Forms", "Who is to own the organisation there. The login exists in the database.")),
    *_SECURITY_FIELDS,
))  # fmt: skip
"""A shared database that an organisation is to come into."""
PERSON_FIELDS = (
    Field("login", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Login"), required=True,
          help=QT_TRANSLATE_NOOP("Forms", "Your own login at the service; what you may do follows from it.")),
    Field("password", FieldKind.SECRET, QT_TRANSLATE_NOOP("Forms", "Password"), required=True),
    Field("stays", FieldKind.BOOLEAN, QT_TRANSLATE_NOOP("Forms", "Stay signed in"), default=False,
          help=QT_TRANSLATE_NOOP("Forms", "What the service gives for your password is kept in the system keyring; the "
                                          "password itself is kept nowhere.")),
)  # fmt: skip
PERSON_FORM = Form(PERSON_FIELDS)
"""Who signs in again at a service that is open."""
SERVICE_FORM = Form((
    Field("address", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Address"), required=True,
          placeholder="https://console.example.com"),
    *PERSON_FIELDS,
))  # fmt: skip
NEW_PASSWORD_FORM = Form((
    Field("password", FieldKind.SECRET, QT_TRANSLATE_NOOP("Forms", "New password"), required=True, group=_OWN_PASSWORD,
          help=QT_TRANSLATE_NOOP("Forms", "At least 12 characters; it replaces the one-time password.")),
    Field("again", FieldKind.SECRET, QT_TRANSLATE_NOOP("Forms", "New password, once more"), required=True,
          group=_OWN_PASSWORD),
))  # fmt: skip
"""What replaces a one-time password at the first sign-in."""
