"""Errors of the workspace: its file, its disk, its keys."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class WorkspaceHeld(ConsoleError):
    """Another program has this workspace open for writing."""

    code = "workspace.held"
    template = QT_TRANSLATE_NOOP("Errors", "{program} (process {pid}) has this workspace open: {path}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Close that program, or open another workspace.")
    http_status = 409


class WorkspaceDamaged(ConsoleError):
    """The file is not a workspace, or parts of it cannot be read."""

    code = "workspace.damaged"
    template = QT_TRANSLATE_NOOP("Errors", "The workspace file cannot be read: {path}.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Nothing was changed in it. Restore the file from a backup, or open another workspace."
    )
    http_status = 503


class WorkspaceTooNew(ConsoleError):
    """A newer version of the program has upgraded this file."""

    code = "workspace.too_new"
    template = QT_TRANSLATE_NOOP("Errors", "A newer version of the program made this workspace: {path}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Install the newest version and open it again.")


class WorkspaceUnwritable(ConsoleError):
    """The folder or the file cannot be written by this person."""

    code = "workspace.unwritable"
    template = QT_TRANSLATE_NOOP("Errors", "The workspace cannot be written: {path}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check that the folder exists and that you may write in it.")
    http_status = 503


class WorkspaceBusy(ConsoleError):
    """Some other tool keeps the database file locked."""

    code = "workspace.busy"
    template = QT_TRANSLATE_NOOP("Errors", "Another tool keeps the workspace file locked.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Close database tools or backup programs that use the file; work goes on by itself afterwards."
    )
    retriable = True
    http_status = 503


class DiskFull(ConsoleError):
    """There is no room left to write anything."""

    code = "workspace.disk_full"
    template = QT_TRANSLATE_NOOP("Errors", "The disk that holds the workspace is full.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Free some space; receiving goes on by itself. Nothing that was acknowledged is lost."
    )
    retriable = True
    http_status = 503


class VaultLocked(ConsoleError):
    """A secret is needed and the workspace's keys have not been opened yet."""

    code = "vault.locked"
    template = QT_TRANSLATE_NOOP("Errors", "The secrets of this workspace are locked.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Unlock them with your passphrase or the recovery code.")
    http_status = 503
    retriable = True


class KeyNotHere(VaultLocked):
    """A secret of a shared workspace is needed, and this machine holds no key of it."""

    code = "vault.no_key_here"
    template = QT_TRANSLATE_NOOP(
        "Errors", "This machine holds no key of the workspace, so its secrets stay closed here."
    )
    remedy = QT_TRANSLATE_NOOP(
        "Errors",
        "Unlock them with a passphrase or the recovery code, or ask a person who holds a key to approve this machine. "
        "Keys are held by: {holders}.",
    )


class WorkspaceReadOnly(ConsoleError):
    """The person locked this workspace against changes on this machine."""

    code = "workspace.read_only"
    template = QT_TRANSLATE_NOOP("Errors", "This workspace is locked against changes on this machine.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Nothing was changed. Take the lock off under “Workspaces” to change something."
    )
    http_status = 403


class SecretNotKept(ConsoleError):
    """A change that waits from an earlier session held a secret, which is kept in memory only."""

    code = "draft.secret_not_kept"
    template = QT_TRANSLATE_NOOP("Errors", "The secret that was typed with this change was not kept.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Make the change without it, or discard it and type it again.")
    http_status = 409


class WrongPassphrase(ConsoleError):
    """The passphrase or recovery code opens nothing."""

    code = "vault.wrong_passphrase"
    template = QT_TRANSLATE_NOOP("Errors", "This passphrase or recovery code does not open the workspace.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Type it again; mind upper and lower case.")
    http_status = 403


class AlreadyProtected(ConsoleError):
    """The workspace has its keys already; new ones would make its secrets unreadable."""

    code = "vault.protected"
    template = QT_TRANSLATE_NOOP("Errors", "This workspace is protected already.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Unlock it with its passphrase or the recovery code.")
    http_status = 409


class KeyringUnavailable(ConsoleError):
    """The operating system offers no safe place for a key."""

    code = "vault.no_keyring"
    template = QT_TRANSLATE_NOOP("Errors", "The system keyring cannot be used: {reason}.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Unlock or install a keyring (GNOME Keyring, KWallet), or protect the workspace with a passphrase."
    )


class SecretUnreadable(ConsoleError):
    """A sealed secret does not open with the workspace's key: it was altered or copied."""

    code = "vault.secret_unreadable"
    template = QT_TRANSLATE_NOOP("Errors", "The stored secret “{name}” cannot be opened.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Enter it again: edit the connector, or rotate the webhook's secret.")


class KeysReplaced(ConsoleError):
    """The workspace's key was replaced between sealing a secret and storing it."""

    code = "vault.replaced"
    template = QT_TRANSLATE_NOOP("Errors", "The key of this workspace has just been replaced.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Nothing was changed; try again.")
    http_status = 409
    retriable = True


class HolderNeeded(ConsoleError):
    """What a person wants to remove is what keeps the secrets within reach."""

    code = "vault.holder_needed"
    template = QT_TRANSLATE_NOOP("Errors", "“{name}” cannot be removed here: this program opens the secrets with it.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Remove it on another computer that can open the secrets.")
    http_status = 409


class LastWayIn(ConsoleError):
    """Without this one nobody could open the secrets any more where a computer is lost."""

    code = "vault.last_way_in"
    template = QT_TRANSLATE_NOOP("Errors", "“{name}” is the last way to the secrets that does not lie on a computer.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Make a new recovery code or add a passphrase first.")
    http_status = 409


class HoldsAlready(ConsoleError):
    """A program asks for what it has."""

    code = "vault.holds_already"
    template = QT_TRANSLATE_NOOP("Errors", "This program can open the secrets already.")
    remedy = QT_TRANSLATE_NOOP("Errors", "There is nothing to ask for.")
    http_status = 409
