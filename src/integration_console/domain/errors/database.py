"""Errors of a workspace in a shared database: its address, the way to it, what it allows."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class AddressNotUnderstood(ConsoleError):
    """The address of a workspace cannot be read."""

    code = "database.address"
    template = QT_TRANSLATE_NOOP("Errors", "This address of a database is not understood: {reason}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Write it as postgresql://login@host/database.")
    http_status = 400


class PasswordInAddress(ConsoleError):
    """An address holds a password, where others can read it."""

    code = "database.password_in_address"
    template = QT_TRANSLATE_NOOP("Errors", "A password must not stand in the address of a workspace.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors",
        "Take it out of the address and keep it where others cannot read it: in the keyring or a password file.",
    )
    http_status = 400


class DatabaseUnreachable(ConsoleError):
    """The database does not answer, or the connection broke."""

    code = "database.unreachable"
    template = QT_TRANSLATE_NOOP("Errors", "The database {database} cannot be reached.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Check the network and that the server runs; work goes on by itself afterwards."
    )
    retriable = True
    http_status = 503


class DatabaseBusy(ConsoleError):
    """Others held the same rows for so long that this was given up."""

    code = "database.busy"
    template = QT_TRANSLATE_NOOP("Errors", "Others are changing the same rows of the database {database}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Nothing was changed; try again in a moment.")
    retriable = True
    http_status = 503


class DatabaseSignInRefused(ConsoleError):
    """Login or password are wrong, or the server lets this login in from nowhere."""

    code = "database.sign_in"
    template = QT_TRANSLATE_NOOP("Errors", "The database {database} refuses the login or its password.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Check both; a person of the organisation who administers the database can reset them."
    )
    http_status = 403


class DatabaseCertificateRefused(ConsoleError):
    """The server's certificate does not prove who it is."""

    code = "database.certificate"
    template = QT_TRANSLATE_NOOP("Errors", "The certificate of the database {database} is not trusted.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check the name of the host, and which authorities this machine trusts.")
    http_status = 502


class DatabaseAuthorityUnreadable(ConsoleError):
    """The file of the authority that is to vouch for the server is missing, or holds no certificate."""

    code = "database.authority"
    template = QT_TRANSLATE_NOOP("Errors", "The file of the certificate authority cannot be used: {path}.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Name a readable file with certificates (PEM), or none to trust the authorities of this system."
    )
    http_status = 400


class DatabaseNotEncrypted(ConsoleError):
    """Encryption was asked for, and the server has none, or only what is too old."""

    code = "database.not_encrypted"
    template = QT_TRANSLATE_NOOP(
        "Errors", "The server of the database {database} offers no encryption that is safe enough."
    )
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Let whoever administers it switch on TLS 1.2 or newer; your password was not sent."
    )
    http_status = 502


class DatabaseEncryptionNeeded(ConsoleError):
    """The server does not let a login in that comes without encryption."""

    code = "database.encryption_needed"
    template = QT_TRANSLATE_NOOP("Errors", "The database {database} does not let this login in without encryption.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors",
        "Choose to encrypt and to verify the server (sslmode=verify-full in an address). Where it is so already, ask "
        "whoever administers the database.",
    )
    http_status = 403


class DatabaseMissing(ConsoleError):
    """The server knows no database of this name."""

    code = "database.missing"
    template = QT_TRANSLATE_NOOP("Errors", "The server has no database {database}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check its name, or let an administrator create it.")
    http_status = 404


class DatabaseNotPrepared(ConsoleError):
    """The database has none of our tables, or older ones."""

    code = "database.not_prepared"
    template = QT_TRANSLATE_NOOP("Errors", "The database {database} is not prepared for this version of the program.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Let an administrator of the database prepare it.")
    http_status = 503


class DatabaseTooNew(ConsoleError):
    """A newer version of the program has changed the tables."""

    code = "database.too_new"
    template = QT_TRANSLATE_NOOP("Errors", "A newer version of the program has prepared the database {database}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Install the newest version and open it again.")
    http_status = 503


class NotAMember(ConsoleError):
    """The login belongs to no organisation of the database, or not to the one that was named."""

    code = "database.not_a_member"
    template = QT_TRANSLATE_NOOP("Errors", "The login “{login}” is no member of an organisation in this database.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask an owner or admin of the organisation to add it.")
    http_status = 403


class OrganisationUnclear(ConsoleError):
    """The login belongs to several organisations and none was named."""

    code = "database.organisation_unclear"
    template = QT_TRANSLATE_NOOP("Errors", "Say which organisation is meant: {names}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Name it in the address.")
    http_status = 400


class DatabaseRefused(ConsoleError):
    """The database itself does not allow this to the one who is signed in."""

    code = "database.refused"
    template = QT_TRANSLATE_NOOP("Errors", "The database does not allow this to your role.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask an owner or admin of the organisation to do it, or for another role.")
    http_status = 403


class ServiceLoginNeeded(ConsoleError):
    """Only the service's own login works for all organisations of a database."""

    code = "database.service_login_needed"
    template = QT_TRANSLATE_NOOP("Errors", "The login “{login}” may not serve all organisations of the database.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Sign in as “{needed}”, or name one organisation in the address.")
    http_status = 403


class AdministratorNeeded(ConsoleError):
    """Roles and tables can only be made by someone who may make them."""

    code = "database.administrator_needed"
    template = QT_TRANSLATE_NOOP("Errors", "The login “{login}” may not prepare the database.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Sign in as an administrator who may create roles and set row security aside.")
    http_status = 403


class LoginMissing(ConsoleError):
    """The owner of a new organisation needs a login of the database, which is not there."""

    code = "database.login_missing"
    template = QT_TRANSLATE_NOOP("Errors", "The database has no login “{login}”.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Create it first (CREATE ROLE … LOGIN), then add the organisation.")
    http_status = 400
