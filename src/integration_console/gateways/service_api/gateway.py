"""Everything behind the door of a remote workspace, and how that door is opened."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from integration_console.gateways.service_api.api_keys import ServiceApiKeys
from integration_console.gateways.service_api.case_files import ServiceCaseFiles
from integration_console.gateways.service_api.client import ServiceClient
from integration_console.gateways.service_api.connectors import ServiceConnectors
from integration_console.gateways.service_api.credentials import FixedToken, PersonSignIn
from integration_console.gateways.service_api.figures import ServiceFigures
from integration_console.gateways.service_api.key_holders import ServiceKeyHolders
from integration_console.gateways.service_api.log_notes import ServiceLogNotes
from integration_console.gateways.service_api.logs import ServiceLogs
from integration_console.gateways.service_api.members import ServiceAudit, ServiceMembers
from integration_console.gateways.service_api.records import ServiceRecords
from integration_console.gateways.service_api.retention import ServiceRetention
from integration_console.gateways.service_api.syncs import ServiceSchedules, ServiceSyncs
from integration_console.gateways.service_api.webhooks import ServiceWebhooks
from integration_console.gateways.service_api.workspace import ServiceWorkspace

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

    from integration_console.domain.sign_in import SignInWish
    from integration_console.domain.workspace import WorkspaceState
    from integration_console.gateways.service_api.refresh_tokens import RefreshTokens


class ServiceApiGateway(
    ServiceConnectors,
    ServiceSyncs,
    ServiceRecords,
    ServiceSchedules,
    ServiceWebhooks,
    ServiceLogs,
    ServiceFigures,
    ServiceLogNotes,
    ServiceCaseFiles,
    ServiceMembers,
    ServiceAudit,
    ServiceApiKeys,
    ServiceKeyHolders,
    ServiceRetention,
    ServiceWorkspace,
):
    """Everything behind the door of a service."""


class RemoteGateway(ServiceApiGateway):
    """The door of a person to a service: what the service is to itself, it is to its visitors from afar."""

    def workspace(self) -> WorkspaceState:
        """Return the present state, at its address; receiving is the service's business."""
        state = super().workspace()
        receiver = replace(state.receiver, elsewhere=True)
        role = self._client.rights.role or state.role
        return replace(state, path=self._client.base_url, receiver=receiver, shared=False, role=role)


class RemoteWorkspace:
    """A service to which a person signs in; `gateway` may be used once somebody is."""

    def __init__(self, base_url: str, kept: RefreshTokens, trust: ssl.SSLContext | None = None) -> None:
        """Speak with `base_url`; nothing is asked yet."""
        self._credential = PersonSignIn(base_url, kept)
        self._client = ServiceClient(base_url.rstrip("/"), self._credential, trust=trust)
        self.gateway = RemoteGateway(self._client)

    @property
    def stays(self) -> bool:
        """Whether the sign-in outlasts the program."""
        return self._credential.stays

    def resume(self) -> None:
        """Go on with an earlier sign-in. Raises `SignInNeeded` without one, or what the service refuses with."""
        self._client.learn_rights()

    def sign_in(self, login: str, password: str, new_password: str = "") -> None:
        """Sign in. Raises `SignInFailed`; `PasswordChangeNeeded` where a `new_password` must replace a one-time one."""
        self._credential.sign_in(login, password, new_password)

    def sign_in_again(self, wish: SignInWish, kept: RefreshTokens) -> None:
        """Sign in where a sign-in has ended; what listens to changes goes on. Raises what `sign_in` raises."""
        self._credential.keep_in(kept)
        self.sign_in(wish.login, wish.password, wish.new_password)
        self.gateway.follow_again()

    def sign_out(self) -> None:
        """End the sign-in, here and at the service."""
        token = self._credential.take_refresh_token()
        if token:
            self._client.post_openly("/api/v1/sign-out", {"refresh_token": token})

    def close(self) -> None:
        """End all conversations; the sign-in stays."""
        self.gateway.close()


@contextmanager
def opened_by_token(
    base_url: str, token: str, name: str = "", trust: ssl.SSLContext | None = None
) -> Iterator[ServiceApiGateway]:
    """Give the door of a service to the holder of a token: a file's holder's own, or an API key."""
    client = ServiceClient(base_url, FixedToken(token), name=name, trust=trust)
    gateway = ServiceApiGateway(client)
    try:
        client.learn_rights()
        yield gateway
    finally:
        gateway.close()
