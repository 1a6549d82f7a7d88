"""What a case file is asked and cannot do: everything that changes, sends or reveals something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from integration_console.domain.errors import CaseFileReadOnly

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.changes import Change
    from integration_console.domain.errors import ConsoleError

_ALLOWED = frozenset({"logs.read", "logs.write", "payloads.read", "workspace.read"})
"""What is written (`logs.write`) are notes, which lie beside the file."""


def _refuse(*_arguments: object, **_named: object) -> NoReturn:
    """Raise `CaseFileReadOnly`."""
    raise CaseFileReadOnly


_refused: Any = staticmethod(_refuse)


class LookingOnly:
    """What can be done in a workspace, and not in a case file."""

    save_connector = check_connector = check_draft = preview = authorise = switch_connector = _refused
    notify = remove_connector = _refused
    start_sync = cancel_sync = sync_run = streams = _refused
    record_page = record_place = record_count = record = record_changes = changes_of_run = export_records = _refused
    save_schedule = switch_schedule = remove_schedule = upcoming_fire_times = _refused
    webhook_url = save_webhook = webhook_secret = rotate_webhook = switch_webhook = remove_webhook = _refused
    last_events = event_body = _refused
    protect = unlock = make_case_file = case_signer = _refused
    members = add_member = change_member = reset_password = remove_member = _refused
    audit_page = audit_actions = verify_audit = _refused
    api_keys = create_api_key = change_api_key = reroll_api_key = revoke_api_key = check_api_key = _refused
    api_key_usage = try_addresses = api_key_policy = set_api_key_policy = _refused
    key_holders = ask_for_key = approve_holder = refuse_holder = remove_holder = replace_key = _refused
    new_recovery_code = add_passphrase = rotate_signing_key = _refused
    retention = set_retention = place_hold = release_hold = retention_forecast = run_retention = _refused

    @staticmethod
    def connector_types() -> tuple[()]:
        """Return nothing: no type is needed to look."""
        return ()

    @staticmethod
    def broken_types() -> tuple[()]:
        """Return nothing."""
        return ()

    @staticmethod
    def sync_runs(wanted: object, limit: int = 50) -> tuple[()]:
        """Return nothing: runs are told by the log."""
        del wanted, limit
        return ()

    @staticmethod
    def can(permission: str, scope: str = "") -> bool:
        """Return whether this can be done in a case file: looking at the log, and writing notes on it."""
        del scope
        return permission in _ALLOWED

    @staticmethod
    def refusal(permission: str, scope: str = "") -> ConsoleError | None:
        """Return why this cannot be done; None: it can."""
        del scope
        return None if permission in _ALLOWED else CaseFileReadOnly()

    @staticmethod
    def lock(*, on: bool) -> None:
        """Nothing can be changed as it is."""

    @staticmethod
    def on_change(listener: Callable[[Change], None]) -> Callable[[], None]:
        """Tell nobody: nothing changes."""
        del listener
        return lambda: None
