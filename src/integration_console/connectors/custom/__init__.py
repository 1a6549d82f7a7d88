"""Custom connectors: REST sources described by a manifest, in a form or as files in a folder."""

from integration_console.connectors.custom.kind import CustomConnectorType as CustomConnectorType
from integration_console.connectors.custom.kind import ManifestConnectorType as ManifestConnectorType
