"""Odoo: employees, departments and jobs, by JSON-2 (19 and later) or XML-RPC."""

from integration_console.connectors.odoo.kind import OdooConnectorType as OdooConnectorType
