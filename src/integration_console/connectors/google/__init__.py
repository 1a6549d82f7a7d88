"""Google Workspace: the files of Drive and the events of Calendar, kept up to date by their change logs."""

from integration_console.connectors.google.addresses import GoogleAddresses as GoogleAddresses
from integration_console.connectors.google.kind import GoogleConnectorType as GoogleConnectorType
