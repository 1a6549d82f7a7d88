"""Errors that an Odoo server answers with, sorted by what a person can do about them (providers.md 2.4b)."""

from __future__ import annotations

from integration_console.domain.errors.remote import RemoteError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class OdooError(RemoteError):
    """Odoo refused, for a reason without a class of its own; `reason` is the name of Odoo's own error."""

    code = "odoo.refused"
    template = QT_TRANSLATE_NOOP("Errors", "Odoo refused the request ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask the Odoo administrator; Odoo's own log says more.")


class OdooNotThere(OdooError):
    """Whatever answers is no Odoo: neither version address says one."""

    code = "odoo.not_there"
    template = QT_TRANSLATE_NOOP("Errors", "There is no Odoo at {host}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check the address: it is the one that you open Odoo with in the browser.")


class OdooApiUnavailable(OdooError):
    """Odoo is there, but its door for programs is shut (Odoo Online without a Custom plan, a proxy)."""

    code = "odoo.api_unavailable"
    template = QT_TRANSLATE_NOOP("Errors", "The Odoo at {host} does not let programs in (HTTP {status}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors",
        "On Odoo Online the external API needs a Custom plan. On a server of your own, see that no proxy blocks /json/2"
        " and /xmlrpc/2.",
    )


class OdooSignInFailed(OdooError):
    """401, Fault 3, or `authenticate` that answers `false`."""

    code = "odoo.sign_in"
    template = QT_TRANSLATE_NOOP("Errors", "Odoo does not accept the API key or password.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors",
        "The key may have expired, been revoked, or belong to another database. Make a new one in Odoo under"
        " Preferences, Account Security, and enter it here. With two-factor sign-in only API keys work.",
    )


class OdooLoginNeeded(OdooError):
    """XML-RPC signs in by a login name, which JSON-2 does without."""

    code = "odoo.login_needed"
    template = QT_TRANSLATE_NOOP("Errors", "Odoo {version} wants the login name as well.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Enter the login name of the account (often an email address).")


class OdooDatabaseUnknown(OdooError):
    """JSON-2: 404 with a page; XML-RPC: Fault 1 of the database driver."""

    code = "odoo.database"
    template = QT_TRANSLATE_NOOP("Errors", "Odoo has no database “{database}”, or wants to be told which one.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Enter the name of the database; on Odoo Online it is the first part of the address."
    )


class OdooAccessDenied(OdooError):
    """403, Fault 4: an AccessError."""

    code = "odoo.access"
    template = QT_TRANSLATE_NOOP("Errors", "The Odoo account may not do this ({model}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask the Odoo administrator to give the account the right to read this.")


class OdooHrRightsMissing(OdooAccessDenied):
    """The account is not in the group hr.group_hr_user: it sees public profiles, and misses changes."""

    code = "odoo.hr_rights"
    template = QT_TRANSLATE_NOOP(
        "Errors",
        "The Odoo account has no rights for Employees: it sees public profiles only, and Odoo does not tell it of all"
        " changes.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "Errors",
        "Give the account the role Employees / Officer in Odoo. Until then every sync of employees reads everything.",
    )


class OdooModelMissing(OdooError):
    """The model does not exist: its module is not installed."""

    code = "odoo.model"
    template = QT_TRANSLATE_NOOP("Errors", "This Odoo has no “{model}”: the app it belongs to is not installed.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Install the app Employees in Odoo, or choose another database.")


class OdooRecordMissing(OdooError):
    """MissingError: the record was deleted in the meantime."""

    code = "odoo.record"
    template = QT_TRANSLATE_NOOP("Errors", "A record of “{model}” does not exist in Odoo, or not any more.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Run the sync again: it then finds what is gone.")


class OdooValidationFailed(OdooError):
    """ValidationError, UserError: Odoo's own rules say no."""

    code = "odoo.validation"
    template = QT_TRANSLATE_NOOP("Errors", "Odoo's own rules do not allow this ({model}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check the values: something is missing, taken, or not allowed in Odoo.")


class OdooLanguageMissing(OdooError):
    """The language is not installed; Odoo has no fall-back for it."""

    code = "odoo.language"
    template = QT_TRANSLATE_NOOP("Errors", "The language “{language}” is not installed in Odoo ({installed}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Choose one of the installed languages, leave the field empty, or install the language in Odoo."
    )


class OdooMethodUnknown(OdooError):
    """AttributeError: this version of Odoo has no such method."""

    code = "odoo.method"
    template = QT_TRANSLATE_NOOP("Errors", "This version of Odoo cannot do “{method}” with “{model}”.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Look whether the connector supports this version of Odoo.")


class OdooFieldUnknown(OdooError):
    """ValueError: a field, a condition or an order that Odoo does not understand."""

    code = "odoo.field"
    template = QT_TRANSLATE_NOOP("Errors", "Odoo does not know a field, or does not understand a condition ({model}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "This Odoo may have been changed, or be of another version: ask its administrator for the fields."
    )


class OdooArgumentRefused(OdooError):
    """TypeError, or 400, 415 and 422 of the protocol itself: arguments that the method does not take."""

    code = "odoo.argument"
    template = QT_TRANSLATE_NOOP("Errors", "Odoo does not take these arguments for “{method}” of “{model}”.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Look whether the connector supports this version of Odoo.")


class OdooNothingReturned(OdooError):
    """Fault 1 “cannot marshal None”: the method has run, but XML-RPC cannot carry that it returned nothing."""

    code = "odoo.nothing_returned"
    template = QT_TRANSLATE_NOOP("Errors", "Odoo did “{method}” of “{model}” but could not say what came of it.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Look in Odoo whether it has happened before you do it again.")


class OdooServerFailed(OdooError):
    """An error inside Odoo that will be the same next time; `reason` is its class."""

    code = "odoo.server"
    template = QT_TRANSLATE_NOOP("Errors", "Something broke inside Odoo ({reason}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Ask the Odoo administrator to look in Odoo's log; trying again will not help."
    )


class OdooUnavailable(OdooError):
    """Trouble that passes: a worker that restarts, a database that is busy or locked."""

    code = "odoo.unavailable"
    template = QT_TRANSLATE_NOOP("Errors", "Odoo cannot answer just now ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Nothing has to be done: it is tried again later.")
    retriable = True
