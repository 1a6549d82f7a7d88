"""Errors of members and of signing in: what the person is told, and the exact reason that only the log tells."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class OwnerNeeded(ConsoleError):
    """Only an owner makes somebody an owner, or changes one."""

    code = "members.owner_needed"
    template = QT_TRANSLATE_NOOP("Errors", "Only an owner may make somebody an owner, or change one.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask an owner of the organisation.")
    http_status = 403


class LastOwner(ConsoleError):
    """The organisation would be left without an owner."""

    code = "members.last_owner"
    template = QT_TRANSLATE_NOOP("Errors", "{name} is the only owner: an organisation always has one.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Make somebody else an owner first.")
    http_status = 409


class OwnMembership(ConsoleError):
    """Somebody tried to change their own role, or to remove themselves."""

    code = "members.own_membership"
    template = QT_TRANSLATE_NOOP("Errors", "You can neither change your own role nor remove yourself.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask another owner or admin.")
    http_status = 409


class OwnPassword(ConsoleError):
    """Somebody who is signed in tried to get a new password without knowing the present one."""

    code = "members.own_password"
    template = QT_TRANSLATE_NOOP("Errors", "You cannot reset your own password.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Change it; that needs the present one. Whoever forgot it asks an owner or admin."
    )
    http_status = 409


class LoginTaken(ConsoleError):
    """Another member signs in with this login."""

    code = "members.login_taken"
    template = QT_TRANSLATE_NOOP("Errors", "Another member has the login “{login}”.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Choose another login.")
    http_status = 409


class SignInFailed(ConsoleError):
    """All that is said outside when signing in fails, whatever the reason."""

    code = "sign_in.failed"
    template = QT_TRANSLATE_NOOP("Errors", "Signing in did not work: login or password is not right.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Check both. After several attempts wait a few minutes; an admin can give you a new password."
    )
    http_status = 401


class LoginUnknown(SignInFailed):
    """No active member has this login (told in the log only)."""

    code = "sign_in.login_unknown"
    template = QT_TRANSLATE_NOOP("Errors", "No member has this login.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Compare it with the list of members.")


class PasswordWrong(SignInFailed):
    """The password is another one (told in the log only)."""

    code = "sign_in.password_wrong"
    template = QT_TRANSLATE_NOOP("Errors", "The password was wrong.")
    remedy = QT_TRANSLATE_NOOP("Errors", "If it was forgotten, an admin resets it.")


class PasswordMissing(SignInFailed):
    """The member has never been given a password (told in the log only)."""

    code = "sign_in.password_missing"
    template = QT_TRANSLATE_NOOP("Errors", "The member has no password yet.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Reset the password; the member then gets one for the first time.")


class SignInPaused(SignInFailed):
    """Too many attempts failed; this one came before its time (told in the log only)."""

    code = "sign_in.paused"
    template = QT_TRANSLATE_NOOP("Errors", "Too many attempts failed; signing in waits until {until}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "If it was not the member, somebody tries passwords: look at the addresses.")


class OneTimePasswordExpired(SignInFailed):
    """A one-time password was not used in time (told in the log only)."""

    code = "sign_in.one_time_password_expired"
    template = QT_TRANSLATE_NOOP("Errors", "The one-time password was not used in time.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Reset the password once more.")


class PasswordChangeNeeded(ConsoleError):
    """A one-time password was right, and has to be replaced before anything else."""

    code = "sign_in.password_change_needed"
    template = QT_TRANSLATE_NOOP("Errors", "This is a one-time password.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Choose a password of your own; then you are signed in.")
    http_status = 403


class TokenInvalid(ConsoleError):
    """An access or refresh token that nobody issued here, or that was altered."""

    code = "sign_in.token_invalid"
    template = QT_TRANSLATE_NOOP("Errors", "This sign-in is not known here.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Sign in again.")
    http_status = 401


class TokenOfAnotherService(TokenInvalid):
    """An access token of this organisation, which another service issued or is to accept."""

    code = "sign_in.token_of_another_service"
    template = QT_TRANSLATE_NOOP("Errors", "This sign-in belongs to another service.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Sign in again here. Where both are meant to be one, give them the same issuer and audience."
    )


class TokenExpired(ConsoleError):
    """A token whose time is over."""

    code = "sign_in.token_expired"
    template = QT_TRANSLATE_NOOP("Errors", "The time of this sign-in is over.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Sign in again.")
    http_status = 401


class SignInEnded(ConsoleError):
    """Role, password or membership changed after the token was issued."""

    code = "sign_in.ended"
    template = QT_TRANSLATE_NOOP("Errors", "This sign-in has ended: role, password or membership was changed.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Sign in again; if that is refused, ask an owner or admin.")
    http_status = 401


class RefreshReused(ConsoleError):
    """A refresh token came twice: one of the two was stolen."""

    code = "sign_in.refresh_reused"
    template = QT_TRANSLATE_NOOP("Errors", "A refresh token was used twice, so this sign-in was ended everywhere.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Sign in again. If it happens again, change the password: it may be known.")
    http_status = 401
