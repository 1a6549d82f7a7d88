"""The outside systems in miniature, with weather of their own, for trying things out without any account."""

from integration_console.sandbox.google import GoogleSandbox as GoogleSandbox
from integration_console.sandbox.odoo import OdooSandbox as OdooSandbox
from integration_console.sandbox.rest import RestSandbox as RestSandbox
from integration_console.sandbox.slack import SlackSandbox as SlackSandbox
from integration_console.sandbox.slack_house import SandboxChannel as SandboxChannel
from integration_console.sandbox.slack_house import SandboxMessage as SandboxMessage
from integration_console.sandbox.weather import Weather as Weather
