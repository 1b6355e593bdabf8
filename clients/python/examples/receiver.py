"""A receiver of webhooks, with FastAPI.

`WEBHOOK_SECRET=whsec_… uvicorn --factory receiver:create_app --app-dir examples` serves it; the
secret is the one that `./modelwire endpoints add` printed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from modelwire import WebhookVerificationError, verify_webhook
from modelwire.event.v1 import Event, EventType

# An event holds a registration, with the metadata and the tags that it was given.
MAX_BODY_BYTES = 16 * 1024 * 1024


def print_event(event: Event) -> None:
    print(f"{EventType.Name(event.type)} {event.model_name} sequence {event.sequence}")


def create_app(
    secrets: Sequence[str] | None = None, handle: Callable[[Event], None] = print_event
) -> FastAPI:
    accepted = secrets or [os.environ["WEBHOOK_SECRET"]]
    app = FastAPI()
    # In a service of your own: a unique column in the database that the handler writes to.
    handled: set[str] = set()

    @app.post("/webhooks")
    async def receive(request: Request) -> Response:
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            # Whoever has no secret must not fill the memory.
            if len(body) > MAX_BODY_BYTES:
                return Response(status_code=413)
        try:
            event = verify_webhook(request.headers, bytes(body), accepted)
        except WebhookVerificationError as error:
            return JSONResponse({"reason": error.reason.value}, status_code=401)
        # An event can arrive more than once.
        if event.event_id not in handled:
            handle(event)
            handled.add(event.event_id)
        return Response(status_code=204)

    return app
