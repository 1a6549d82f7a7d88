"""REST API: any list of records that an HTTP interface gives as JSON, described in a form."""

from integration_console.connectors.api.kind import ApiConnectorType as ApiConnectorType
