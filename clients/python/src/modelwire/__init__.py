"""Client of Modelwire, a model registry with a typed contract over MLflow.

`connect` gives the typed stubs of its services; `upload_package`, `EventWatch` and
`verify_webhook` do what takes more than one call or none; `error_details` reads what went wrong.
The messages are in `modelwire.registry.v1`, `modelwire.event.v1` and `modelwire.webhook.v1`.
"""

from modelwire.client import Client, connect
from modelwire.errors import ErrorDetails, error_details
from modelwire.uploads import PackageError, PackageFile, list_package, upload_package
from modelwire.watching import EventWatch, WatchedEvent
from modelwire.webhooks import RejectionReason, WebhookVerificationError, verify_webhook

__all__ = [
    "Client",
    "ErrorDetails",
    "EventWatch",
    "PackageError",
    "PackageFile",
    "RejectionReason",
    "WatchedEvent",
    "WebhookVerificationError",
    "connect",
    "error_details",
    "list_package",
    "upload_package",
    "verify_webhook",
]
