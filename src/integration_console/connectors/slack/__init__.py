"""Slack: messages with blocks, sent by a bot token or to an incoming hook URL."""

from integration_console.connectors.slack.kind import SlackConnectorType as SlackConnectorType
