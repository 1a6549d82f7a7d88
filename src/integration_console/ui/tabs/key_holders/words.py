"""The words about key holders in the language in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from integration_console.domain.workspace import HolderKind
from integration_console.ui.language import user_text

KIND_ICONS = {
    HolderKind.KEYRING: "monitor",
    HolderKind.KEY_FILE: "server",
    HolderKind.PASSPHRASE: "text-cursor-input",
    HolderKind.RECOVERY: "life-buoy",
}


def kind_name(kind: HolderKind) -> str:
    """Where the key of a holder lies."""
    names = {
        HolderKind.KEYRING: QCoreApplication.translate("KeyHolders", "System keyring"),
        HolderKind.KEY_FILE: QCoreApplication.translate("KeyHolders", "Key file"),
        HolderKind.PASSPHRASE: QCoreApplication.translate("KeyHolders", "Passphrase"),
        HolderKind.RECOVERY: QCoreApplication.translate("KeyHolders", "Recovery code"),
    }
    return names[kind]


def kind_sentence(kind: HolderKind) -> str:
    """What a holder of this kind is."""
    sentences = {
        HolderKind.KEYRING: QCoreApplication.translate(
            "KeyHolders", "A computer whose system keyring has a key: its console opens the secrets without a question."
        ),
        HolderKind.KEY_FILE: QCoreApplication.translate(
            "KeyHolders", "A program whose key lies in a file that it alone may read, such as the service."
        ),
        HolderKind.PASSPHRASE: QCoreApplication.translate(
            "KeyHolders", "Whoever knows the passphrase opens the secrets, on any computer."
        ),
        HolderKind.RECOVERY: QCoreApplication.translate(
            "KeyHolders", "The code on paper, for the day when a keyring or a passphrase is lost."
        ),
    }
    return sentences[kind]


def holder_name(kind: HolderKind, name: str) -> str:
    """What a holder is called: the recovery code has no name of its own."""
    return kind_name(kind) if kind is HolderKind.RECOVERY else user_text(name)
