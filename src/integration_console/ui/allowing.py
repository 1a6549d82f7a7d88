"""What the one who looks may not do is off on every page, and says why; it is asked anew whenever rights change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from integration_console.domain.changes import Change, Subject
from integration_console.ui.language import error_sentence, language

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.gateways.member_protocols import RightsGateway
    from integration_console.ui.changes import ChangeRelay

_SUBJECTS = frozenset({Subject.MEMBERS, Subject.WORKSPACE})
"""What is told when a role changes, and when a workspace is locked against changes or no longer."""


class Allowing(QObject):
    """Lives as long as the page, its parent."""

    def __init__(self, gateway: RightsGateway, relay: ChangeRelay, page: QObject) -> None:
        """Follow the rights at `gateway`."""
        super().__init__(page)
        self._gateway = gateway
        self._refusing: list[tuple[tuple[str, ...], tuple[Callable[[str], None], ...]]] = []
        relay.changed.connect(self._hear)
        language.language_changed.connect(self._say_again)

    def needs(self, permission: str, *refuse: Callable[[str], None]) -> None:
        """Tell each of `refuse` why `permission` is not granted ("": it is), now and whenever that changes."""
        self.needs_all((permission,), *refuse)

    def needs_all(self, permissions: tuple[str, ...], *refuse: Callable[[str], None]) -> None:
        """As `needs`, where each of these permissions is needed: the first that is not granted is told."""
        self._refusing.append((permissions, refuse))
        self._tell(permissions, refuse)

    def _hear(self, change: Change) -> None:
        if change.subject in _SUBJECTS:
            self._say_again()

    def _say_again(self) -> None:
        for permissions, refuse in self._refusing:
            self._tell(permissions, refuse)

    def _tell(self, permissions: tuple[str, ...], refuse: tuple[Callable[[str], None], ...]) -> None:
        refusals = (self._gateway.refusal(each) for each in permissions)
        refusal = next((each for each in refusals if each is not None), None)
        for each in refuse:
            each(error_sentence(refusal) if refusal is not None else "")
