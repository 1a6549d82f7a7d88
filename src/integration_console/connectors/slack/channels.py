"""The channels that a Slack app can see, as records (docs.slack.dev, conversations.list)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from integration_console.connectors.http_client import HttpClient
from integration_console.connectors.slack.refusals import api_content
from integration_console.connectors.slack.settings import SlackSettings
from integration_console.domain.errors import PagesEndless, SlackError
from integration_console.domain.streams import Page, RecordState, SourceRecord, Stream, SyncMode, SyncRequest
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.domain.work import Work

CHANNELS = Stream(
    "channels",
    QT_TRANSLATE_NOOP("Streams", "Channels"),
    (SyncMode.FULL, SyncMode.RECONCILE),
    ("is_private", "is_member"),
)
_PAGE = "200"
_FORGOTTEN = "invalid_cursor"
_WHOLE = ("",)


def channel_pages(client: HttpClient, slack: SlackSettings, request: SyncRequest, work: Work) -> Iterator[Page]:
    """Yield all channels, page by page; the last page sweeps those that are gone.

    Slack tells no changes of channels, so that every run reads them all. Raises `RemoteError`: a scope that is missing
    is named.
    """
    cursor = str((request.checkpoint or {}).get("cursor") or "")
    known = {cursor}
    while True:
        work.stop_if_cancelled()
        try:
            records, cursor = _page(client, slack, cursor)
        except SlackError as error:
            if not cursor or len(known) > 1 or error.params.get("reason") != _FORGOTTEN:
                raise
            records, cursor = _page(client, slack, "")  # the place of an interrupted run is no longer known
        if not cursor:
            yield Page(records, swept=_WHOLE)
            return
        if cursor in known:
            raise PagesEndless(host=client.host, page=len(known) + 1)
        known.add(cursor)
        yield Page(records, checkpoint={"cursor": cursor})


def _page(client: HttpClient, slack: SlackSettings, cursor: str) -> tuple[tuple[SourceRecord, ...], str]:
    """Return the channels of one page, and the cursor of the next ("": there is none)."""
    wanted = {"types": "public_channel,private_channel", "limit": _PAGE, "cursor": cursor}
    answer = client.post_form(f"{slack.base_url}/conversations.list", wanted, bearer=slack.token)
    content = api_content(answer)
    channels = content.get("channels")
    if not isinstance(channels, list):
        raise answer.unexpected()
    return tuple(_record(each) for each in channels if isinstance(each, dict) and each.get("id")), _next(content)


def _record(channel: Mapping[str, Any]) -> SourceRecord:
    identifier, name = str(channel["id"]), str(channel.get("name") or "")
    content = {
        "id": identifier,
        "name": name,
        "is_private": channel.get("is_private") is True,
        "is_archived": channel.get("is_archived") is True,
        "is_member": channel.get("is_member") is True,
    }
    state = RecordState.ARCHIVED if content["is_archived"] else RecordState.LIVE
    return SourceRecord(identifier, content, title=f"#{name}" if name else identifier, state=state)


def _next(content: Mapping[str, Any]) -> str:
    told = content.get("response_metadata")
    return str(told.get("next_cursor") or "") if isinstance(told, dict) else ""
