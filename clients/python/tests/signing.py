"""Signs requests as Modelwire does."""

import base64
import hashlib
import hmac

SECRET = f"whsec_{base64.b64encode(bytes(range(32))).decode()}"


def signed(body, now, event_id="evt_1"):
    """Gives the headers of a request, and its body."""
    content = f"{event_id}.{now}.".encode() + body
    digest = base64.b64encode(hmac.new(bytes(range(32)), content, hashlib.sha256).digest())
    headers = {
        "content-type": "application/json",
        "webhook-id": event_id,
        "webhook-timestamp": str(now),
        "webhook-signature": f"v1,{digest.decode()}",
    }
    return headers, body
