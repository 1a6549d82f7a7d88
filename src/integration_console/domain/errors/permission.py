"""Errors of who may do what."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class PermissionDenied(ConsoleError):
    """The caller's role or API key does not allow this."""

    code = "permission.denied"
    template = QT_TRANSLATE_NOOP("Errors", "You may not do this: the permission “{permission}” is missing.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask an owner or admin of the organisation for a role or key that has it.")
    http_status = 403
