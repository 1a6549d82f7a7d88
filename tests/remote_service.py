"""A service on a loopback port with people in it, for the command line and the window on the other side."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from integration_console.domain.ids import new_id
from integration_console.domain.members import Member, MemberDraft
from integration_console.domain.permissions import Role
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.opening import OpenWorkspace
from integration_console.gateways.service_api.gateway import RemoteWorkspace
from integration_console.gateways.service_api.refresh_tokens import RememberedRefreshToken
from integration_console.service.server import ReceiverServer
from tests.builders import opened_workspace
from tests.served import serving

PASSWORD = "a long password of one's own"


@dataclass(frozen=True, slots=True)
class RemoteService:
    """A running service, and the door of whoever holds its workspace."""

    opened: OpenWorkspace
    server: ReceiverServer
    gateway: InProcessGateway

    @property
    def address(self) -> str:
        return self.server.local_url

    def invite(self, role: Role = Role.ADMIN) -> tuple[Member, str]:
        """A new member, and the one-time password."""
        invited = self.gateway.add_member(MemberDraft(f"Huda {new_id()}", f"huda-{new_id()}", role))
        return invited.member, invited.password

    def settled(self, role: Role = Role.ADMIN) -> Member:
        """A new member whose password is `PASSWORD`."""
        member, once = self.invite(role)
        remote = RemoteWorkspace(self.address, RememberedRefreshToken())
        remote.sign_in(member.login, once, PASSWORD)
        remote.close()
        return member


@contextmanager
def remote_service(folder: Path, **changed: Any) -> Iterator[RemoteService]:
    """A service over a new workspace in `folder`."""
    with opened_workspace(folder, **changed) as opened, serving(opened.context) as server:
        gateway = InProcessGateway(opened.context, lambda: ReceiverState(running=True, base_url=server.local_url))
        yield RemoteService(opened, server, gateway)
