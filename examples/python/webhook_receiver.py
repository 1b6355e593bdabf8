"""Receives a webhook: makes an endpoint known, registers a model, and prints what arrives.

A receiver with FastAPI is in `clients/python/examples/receiver.py`.

    python webhook_receiver.py <model_uri, such as models:/m-…>
"""

import argparse
import queue
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from lead_model import MODELWIRE

import modelwire
from modelwire import WebhookVerificationError, verify_webhook
from modelwire.event.v1 import Event, EventType
from modelwire.registry.v1 import RegisterBaselineRequest
from modelwire.webhook.v1 import CreateEndpointRequest, DeleteEndpointRequest

arrived: "queue.Queue[Event]" = queue.Queue()
secrets: list[str] = []


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        # The bytes as they came are what was signed.
        body = self.rfile.read(int(self.headers["content-length"]))
        try:
            arrived.put(verify_webhook(self.headers, body, secrets))
            self.send_response(204)
        except WebhookVerificationError:
            self.send_response(401)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Leaves standard error alone."""


def main(model_uri: str) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever).start()
    with modelwire.connect(MODELWIRE) as client:
        url = f"http://127.0.0.1:{server.server_port}/"
        only = 'event.model_name == "example_webhooks"'
        created = client.webhooks.CreateEndpoint(CreateEndpointRequest(url=url, filter=only))
        secrets.append(created.secret)
        try:
            # What MLflow holds already, such as models:/m-…, needs no files.
            request = RegisterBaselineRequest(
                model_type="lead_scoring", model_name="example_webhooks", mlflow_uri=model_uri
            )
            client.registry.RegisterBaseline(request)
            event = arrived.get(timeout=60)
            print(EventType.Name(event.type), event.model_registered.registration.model_id)
        finally:
            made = created.endpoint.endpoint_id
            client.webhooks.DeleteEndpoint(DeleteEndpointRequest(endpoint_id=made))
            server.shutdown()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("model_uri", help="a model that MLflow holds: models:/m-…")
    main(parser.parse_args().model_uri)
