"""Words that fill the holes of an error's sentence and are no names: translated like the sentence itself."""

from __future__ import annotations

from integration_console.domain.translatable import QT_TRANSLATE_NOOP

WORDS = frozenset({
    QT_TRANSLATE_NOOP("Words", "connector"),
    QT_TRANSLATE_NOOP("Words", "connector type"),
    QT_TRANSLATE_NOOP("Words", "webhook"),
    QT_TRANSLATE_NOOP("Words", "event"),
    QT_TRANSLATE_NOOP("Words", "log entry"),
    QT_TRANSLATE_NOOP("Words", "saved filter"),
    QT_TRANSLATE_NOOP("Words", "legal hold"),
    QT_TRANSLATE_NOOP("Words", "sync run"),
    QT_TRANSLATE_NOOP("Words", "schedule"),
    QT_TRANSLATE_NOOP("Words", "record"),
    QT_TRANSLATE_NOOP("Words", "member"),
    QT_TRANSLATE_NOOP("Words", "API key"),
    QT_TRANSLATE_NOOP("Words", "key holder"),
    QT_TRANSLATE_NOOP("Words", "request for a key"),
    QT_TRANSLATE_NOOP("Words", "address"),
    QT_TRANSLATE_NOOP("Words", "webhook_id is missing"),
    QT_TRANSLATE_NOOP("Words", "no keyring is running"),
    QT_TRANSLATE_NOOP("Words", "no key file can be written"),
    QT_TRANSLATE_NOOP("Words", "what it holds is not a key"),
    QT_TRANSLATE_NOOP("Words", "it is not free"),
    QT_TRANSLATE_NOOP("Words", "it ended"),
    QT_TRANSLATE_NOOP("Words", "Address already in use"),
    QT_TRANSLATE_NOOP("Words", "Cannot assign requested address"),
    QT_TRANSLATE_NOOP("Words", "Permission denied"),
    QT_TRANSLATE_NOOP("Words", "No space left on device"),
    QT_TRANSLATE_NOOP("Words", "No such file or directory"),
    QT_TRANSLATE_NOOP("Words", "Is a directory"),
    QT_TRANSLATE_NOOP("Words", "Read-only file system"),
    QT_TRANSLATE_NOOP("Words", "it is no URL"),
    QT_TRANSLATE_NOOP("Words", "it must read postgresql://login@host/database"),
    QT_TRANSLATE_NOOP("Words", "an organisation is added to a shared database"),
})  # fmt: skip
"""What the program and the operating system say as a `reason` or a `kind`."""

PLACE_IN_TEXT = QT_TRANSLATE_NOOP("Words", "line {line}, column {column}")
"""Where a text stops being what it should be."""
