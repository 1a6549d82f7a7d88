"""What the Slack connector asks for, and the rules that a form cannot say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from integration_console.connectors.form_parts import GROUP_ADVANCED, private_network_field
from integration_console.domain.connectors import ConnectorType
from integration_console.domain.errors import FieldProblem
from integration_console.domain.forms import Choice, Condition, Field, FieldKind, Form, Value
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

API_ADDRESS = "https://slack.com/api"
HOOK = "hook"
BOT_TOKEN = "bot_token"  # noqa: S105 - the name of a way to sign in

_EMOJI = re.compile(r":[^\s:]{1,100}:(:skin-tone-[2-6]:)?")
_VISIBLE_ASCII = re.compile(r"[!-~]+")
_NOT_TOKEN = QT_TRANSLATE_NOOP("Forms", "A token holds only letters, digits and hyphens: copy it again.")
_NOT_ICON = QT_TRANSLATE_NOOP("Forms", "Enter an emoji such as :bell:, or the address of a picture (https://…).")
_NOT_HOOK = QT_TRANSLATE_NOOP("Forms", "Enter the whole hook URL; it starts with https:// or http://.")
_BOT = Condition("method", BOT_TOKEN)
_HOOK = Condition("method", HOOK)
_GROUP_LOOK = QT_TRANSLATE_NOOP("Forms", "Appearance")

_METHOD = Field(
    name="method",
    kind=FieldKind.CHOICE,
    label=QT_TRANSLATE_NOOP("Forms", "Sign in with"),
    help=QT_TRANSLATE_NOOP(
        "Forms",
        "A bot token writes to every channel that has the app. A hook URL is quicker to set up but has one channel.",
    ),
    required=True,
    choices=(
        Choice(BOT_TOKEN, QT_TRANSLATE_NOOP("Forms", "Bot token (recommended)")),
        Choice(HOOK, QT_TRANSLATE_NOOP("Forms", "Slack hook URL")),
    ),
    default=BOT_TOKEN,
)
_TOKEN = Field(
    name="token",
    kind=FieldKind.SECRET,
    label=QT_TRANSLATE_NOOP("Forms", "Bot token"),
    help=QT_TRANSLATE_NOOP(
        "Forms",
        "At api.slack.com/apps choose your app, then OAuth & Permissions: add the bot scope chat:write, install the app"
        " in your workspace and copy the Bot User OAuth Token.",
    ),
    required=True,
    placeholder="xoxb-…",
    visible_when=_BOT,
)
_HOOK_URL = Field(
    name="hook_url",
    kind=FieldKind.SECRET,
    label=QT_TRANSLATE_NOOP("Forms", "Hook URL"),
    help=QT_TRANSLATE_NOOP(
        "Forms",
        "At api.slack.com/apps choose your app, then Incoming Webhooks: switch them on, add one for the channel and"
        " copy its URL. Whoever knows this URL can write to the channel, so it is kept like a password.",
    ),
    required=True,
    placeholder="https://hooks.slack.com/services/…",
    visible_when=_HOOK,
)
_CHANNEL = Field(
    name="channel",
    kind=FieldKind.TEXT,
    label=QT_TRANSLATE_NOOP("Forms", "Channel"),
    help=QT_TRANSLATE_NOOP(
        "Forms", "Where messages go unless they name another channel: its name or its ID. Invite the app to it first."
    ),
    required=True,
    placeholder="#alerts",
    visible_when=_BOT,
)
_USERNAME = Field(
    name="username",
    kind=FieldKind.TEXT,
    label=QT_TRANSLATE_NOOP("Forms", "Name shown in Slack"),
    help=QT_TRANSLATE_NOOP(
        "Forms", "Empty: the app's own name. Another name needs the bot scope chat:write.customize."
    ),
    group=_GROUP_LOOK,
)
_ICON = Field(
    name="icon",
    kind=FieldKind.TEXT,
    label=QT_TRANSLATE_NOOP("Forms", "Icon"),
    help=QT_TRANSLATE_NOOP(
        "Forms", "An emoji such as :bell:, or the https address of a picture. Empty: the app's own icon."
    ),
    placeholder=":bell:",
    group=_GROUP_LOOK,
)
_TIMEOUT = Field(
    name="timeout_seconds",
    kind=FieldKind.INTEGER,
    label=QT_TRANSLATE_NOOP("Forms", "Time limit in seconds"),
    help=QT_TRANSLATE_NOOP("Forms", "How long to wait for an answer."),
    default=10,
    minimum=1,
    maximum=60,
    group=GROUP_ADVANCED,
)


def slack_type(base_url: str) -> ConnectorType:
    """Return the description of the type, whose API address is `base_url` unless a person enters another."""
    address = Field(
        name="base_url",
        kind=FieldKind.URL,
        label=QT_TRANSLATE_NOOP("Forms", "Address of the Slack API"),
        help=QT_TRANSLATE_NOOP("Forms", "Change it only for a sandbox or a gateway of your own."),
        required=True,
        default=base_url,
        group=GROUP_ADVANCED,
        visible_when=_BOT,
    )
    network = private_network_field(allowed=base_url != API_ADDRESS)
    return ConnectorType(
        key="slack",
        title=QT_TRANSLATE_NOOP("ConnectorTypes", "Slack"),
        description=QT_TRANSLATE_NOOP("ConnectorTypes", "Sends messages with rich blocks to your Slack channels."),
        icon="hash",
        form=Form((_METHOD, _TOKEN, _HOOK_URL, _CHANNEL, _USERNAME, _ICON, address, _TIMEOUT, network)),
        actions=("notify",),
        syncs=True,
    )


def own_problems(form: Form, values: Mapping[str, Value]) -> Iterator[FieldProblem]:
    """Yield what the form alone cannot see: a token, a hook URL or an icon that cannot be one."""
    visible = {each.name for each in form.visible(values)}
    texts = {name: value.strip() for name, value in values.items() if isinstance(value, str) and name in visible}
    if texts.get("token") and not _VISIBLE_ASCII.fullmatch(texts["token"]):
        yield FieldProblem("token", _NOT_TOKEN)
    if texts.get("hook_url") and not _is_address(texts["hook_url"]):
        yield FieldProblem("hook_url", _NOT_HOOK)
    if texts.get("icon") and not (_EMOJI.fullmatch(texts["icon"]) or _is_address(texts["icon"])):
        yield FieldProblem("icon", _NOT_ICON)


def _is_address(text: str) -> bool:
    as_url = Form((Field(name="address", kind=FieldKind.URL, label=""),))
    return bool(_VISIBLE_ASCII.fullmatch(text)) and not as_url.problems({"address": text})
