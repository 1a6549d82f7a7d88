"""The door to a workspace that another program of the same person holds: look at the file, ask the holder to act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx

from integration_console.domain.connectors import Receipt
from integration_console.domain.errors import ConnectionBroken, UnexpectedAnswer
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.problems import error_from_problem
from integration_console.storage.holder import current_holder, held_error

if TYPE_CHECKING:
    from pathlib import Path

    from integration_console.domain.connectors import Message
    from integration_console.domain.syncs import RunRequest, SyncRun
    from integration_console.operations.context import Context
    from integration_console.storage.holder import HolderNote

_SECONDS = 90.0
_NOWHERE = ReceiverState(running=False)


class HeldWorkspaceGateway(InProcessGateway):
    """Reads the file itself; messages and syncs go through its holder; other changes raise `WorkspaceHeld`."""

    def __init__(self, context: Context, idle: ReceiverState = _NOWHERE) -> None:
        """Look at the workspace of `context`, opened by `look_at_workspace`; `idle` tells where a receiver would be."""
        path = context.store.path
        super().__init__(context, lambda: holders_receiver(path, idle))
        self._path = path

    def notify(self, connector_id: str, message: Message) -> Receipt:
        """Ask the holder to send a message. Raises what the holder raised."""
        rich = {
            "text": message.text,
            "channel": message.channel,
            "username": message.username,
            "icon": message.icon,
            "blocks": list(message.blocks),
            "attachments": list(message.attachments),
        }
        wish = {"connector_id": connector_id, "message": rich}
        content = _asked(self._holder(), "/functions/v1/slack-notify", wish, "channel", "reference")
        return Receipt(content["channel"], content["reference"])

    def start_sync(self, request: RunRequest) -> SyncRun:
        """Ask the holder to queue a run. Raises what the holder raised."""
        wish = {
            "connector_id": request.connector_id,
            "mode": request.mode.value,
            "streams": list(request.streams),
            "trigger": request.trigger.value,
        }
        return self.sync_run(_asked(self._holder(), "/api/v1/syncs", wish, "id")["id"])

    def cancel_sync(self, run_id: str) -> SyncRun:
        """Ask the holder to cancel a run. Raises what the holder raised."""
        path = f"/api/v1/syncs/{quote(run_id, safe='')}/cancel"
        return self.sync_run(_asked(self._holder(), path, {}, "id")["id"])

    def unlock(self, passphrase: str) -> None:
        """Leave the secrets locked: the holder alone opens them."""
        del passphrase

    def _holder(self) -> HolderNote:
        """Return where the holder can be spoken to. Raises `WorkspaceHeld` while it cannot."""
        note = current_holder(self._path)
        if note is None or note.port == 0:
            raise held_error(self._path)
        return note


def holders_receiver(path: Path, idle: ReceiverState = _NOWHERE) -> ReceiverState:
    """Return where the holder of `path` receives, `idle` where nobody does."""
    note = current_holder(path)
    return ReceiverState(running=True, base_url=note.base_url) if note and note.port else idle


def _asked(note: HolderNote, path: str, wish: dict[str, Any], *needed: str) -> dict[str, Any]:
    """Post a wish to the holder and return its answer, which has what is `needed`. Raises what the holder raised."""
    headers = {"Authorization": f"Bearer {note.token}"}
    try:
        with httpx.Client(timeout=_SECONDS, trust_env=False) as client:
            answer = client.post(f"{note.base_url}{path}", json=wish, headers=headers)
    except httpx.HTTPError as error:
        raise ConnectionBroken(host=note.program) from error
    content = _object(answer)
    if answer.is_success and content.keys() >= set(needed):
        return content
    if refusal := error_from_problem(content):
        raise refusal
    raise UnexpectedAnswer(host=note.host, status=answer.status_code, content_type="-")


def _object(answer: httpx.Response) -> dict[str, Any]:
    """Return what an answer says, {} where it is no JSON object: another program may listen there by now."""
    try:
        found = answer.json()
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
