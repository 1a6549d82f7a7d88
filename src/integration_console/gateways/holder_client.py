"""The door to a workspace that another program of the same person holds: look at the file, ask the holder to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from integration_console.domain.connectors import Receipt
from integration_console.domain.errors import ConnectionBroken, UnexpectedAnswer, error_from_code
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.in_process import InProcessGateway
from integration_console.storage.holder import current_holder, held_error

if TYPE_CHECKING:
    from pathlib import Path

    from integration_console.domain.connectors import Message
    from integration_console.operations.context import Context
    from integration_console.storage.holder import HolderNote

_SECONDS = 90.0
_NOWHERE = ReceiverState(running=False)


class HeldWorkspaceGateway(InProcessGateway):
    """Reads the file itself and sends messages through its holder; other changes raise `WorkspaceHeld`."""

    def __init__(self, context: Context, idle: ReceiverState = _NOWHERE) -> None:
        """Look at the workspace of `context`, opened by `look_at_workspace`; `idle` tells where a receiver would be."""
        path = context.store.path
        super().__init__(context, lambda: holders_receiver(path, idle))
        self._path = path

    def notify(self, connector_id: str, message: Message) -> Receipt:
        """Ask the holder to send a message. Raises what the holder raised."""
        note = current_holder(self._path)
        if note is None or note.port == 0:
            raise held_error(self._path)
        return _notify(note, connector_id, message)

    def unlock(self, passphrase: str) -> None:
        """Leave the secrets locked: the holder alone opens them."""
        del passphrase


def holders_receiver(path: Path, idle: ReceiverState = _NOWHERE) -> ReceiverState:
    """Return where the holder of `path` receives, `idle` where nobody does."""
    note = current_holder(path)
    return ReceiverState(running=True, base_url=note.base_url) if note and note.port else idle


def _notify(note: HolderNote, connector_id: str, message: Message) -> Receipt:
    rich = {
        "text": message.text,
        "channel": message.channel,
        "username": message.username,
        "icon": message.icon,
        "blocks": list(message.blocks),
        "attachments": list(message.attachments),
    }
    address = f"{note.base_url}/functions/v1/slack-notify"
    headers = {"Authorization": f"Bearer {note.token}"}
    try:
        with httpx.Client(timeout=_SECONDS, trust_env=False) as client:
            answer = client.post(address, json={"connector_id": connector_id, "message": rich}, headers=headers)
    except httpx.HTTPError as error:
        raise ConnectionBroken(host=note.program) from error
    content = answer.json() if "json" in answer.headers.get("content-type", "") else {}
    if answer.is_success:
        return Receipt(content["channel"], content["reference"])
    if "code" in content:
        raise error_from_code(content["code"], content["params"])
    raise UnexpectedAnswer(host=note.host, status=answer.status_code, content_type="-")
