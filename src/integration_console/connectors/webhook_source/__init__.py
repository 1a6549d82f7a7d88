"""Incoming webhooks as a source: what a webhook of this workspace has received becomes records."""

from integration_console.connectors.webhook_source.kind import WebhookConnectorType as WebhookConnectorType
