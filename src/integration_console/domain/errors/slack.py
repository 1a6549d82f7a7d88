"""Errors that Slack answers with, sorted by what a person can do about them (providers.md 2.1)."""

from __future__ import annotations

from integration_console.domain.errors.remote import RemoteError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class SlackError(RemoteError):
    """Slack refused, for a reason without a class of its own; `reason` is Slack's own word."""

    code = "slack.refused"
    template = QT_TRANSLATE_NOOP("Errors", "Slack refused the request: {reason}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Look the word up in Slack's documentation, or ask the Slack administrator.")


class SlackSignInFailed(SlackError):
    """invalid_auth, not_authed, token_revoked, token_expired, account_inactive, no_service."""

    code = "slack.sign_in"
    template = QT_TRANSLATE_NOOP("Errors", "Slack does not accept the token or hook URL ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Copy it again from the Slack app's settings and save the connector.")


class SlackScopeMissing(SlackError):
    """missing_scope, ekm_access_denied, restricted_action, action_prohibited."""

    code = "slack.permission"
    template = QT_TRANSLATE_NOOP("Errors", "The Slack app may not do this ({reason}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Give the app the scope chat:write, install it again, or ask the Slack administrator."
    )


class SlackChannelNotFound(SlackError):
    """channel_not_found, user_not_found."""

    code = "slack.channel_not_found"
    template = QT_TRANSLATE_NOOP("Errors", "Slack does not know the channel “{channel}”.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check the channel's name or ID; invite the app to a private channel first.")


class SlackChannelClosed(SlackError):
    """not_in_channel, is_archived, channel_is_archived."""

    code = "slack.channel_closed"
    template = QT_TRANSLATE_NOOP("Errors", "The app cannot write in the channel “{channel}” ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Invite the app to the channel, or choose one that is not archived.")


class SlackMessageRefused(SlackError):
    """msg_too_long, no_text, invalid_blocks, invalid_payload, too_many_attachments."""

    code = "slack.message"
    template = QT_TRANSLATE_NOOP("Errors", "Slack does not accept the content of the message ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Shorten or correct the message and send it again.")


class SlackBlocksInvalid(SlackError):
    """The blocks break a rule of Slack; found before anything was sent. Each kind of rule has its own class (slack_blocks)."""

    code = "slack.blocks"
    template = QT_TRANSLATE_NOOP("Errors", "The blocks break a limit of Slack at {place}: {problem}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Correct the blocks; nothing was sent.")
    http_status = 422


class SlackRateLimited(SlackError):
    """HTTP 429 or `ratelimited`."""

    code = "slack.rate_limited"
    template = QT_TRANSLATE_NOOP("Errors", "Slack asks for a pause of {seconds} s.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Send again after the pause; nothing was sent.")
    retriable = True
    asks_for_pause = True
    http_status = 429


class SlackUnavailable(SlackError):
    """internal_error, fatal_error, service_unavailable, request_timeout, HTTP 5xx."""

    code = "slack.unavailable"
    template = QT_TRANSLATE_NOOP("Errors", "Slack is having problems ({reason}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Try again later. The message may still have arrived: check before you send it twice."
    )
    retriable = True
    http_status = 503
