"""Everything that the client does, against a running Modelwire: one line a step.

`python examples/tour.py DIRECTORY`, where the directory is a model as MLflow saves one;
`MODELWIRE_GRPC` (host:port) and `MODELWIRE_URL` (URL) say where Modelwire is. With
`MODELWIRE_API_KEY` that key is sent, and with `MODELWIRE_CA_FILE`, a PEM file, TLS is spoken;
`MODELWIRE_CLIENT_CERTIFICATE_FILE` and `MODELWIRE_CLIENT_KEY_FILE`, PEM files too, are shown then.
"""

from __future__ import annotations

import base64
import os
import queue
import secrets
import ssl
import sys
import uuid
from collections.abc import Sequence
from pathlib import Path
from urllib.request import urlopen

import grpc
from receiver import create_app
from serving import serving

import modelwire
from modelwire import EventWatch, error_details, list_package
from modelwire.event.v1 import Event, EventFilter, EventType
from modelwire.registry.v1 import (
    Contributor,
    ContributorKind,
    ErrorReason,
    GetModelByUuidRequest,
    InlineFile,
    InlinePackage,
    ModelVersionRef,
    RegisterBaselineRequest,
    RegisterImprovedModelRequest,
    Registration,
    UploadedPackage,
)
from modelwire.webhook.v1 import CreateEndpointRequest, DeleteEndpointRequest

ALICE = Contributor(kind=ContributorKind.CONTRIBUTOR_KIND_ACCOUNT, id="alice")


def expect(condition: bool, what: str) -> None:
    if not condition:
        sys.exit(f"not as expected: {what}")


def register(client: modelwire.Client, name: str, directory: Path) -> Registration:
    files = [
        InlineFile(path=file.path, content=file.file.read_bytes(), sha256=file.sha256)
        for file in list_package(directory)
    ]
    request = RegisterBaselineRequest(
        model_type="lead_scoring",
        model_name=name,
        package=InlinePackage(files=files),
        metrics={"auc": 0.91},
    )
    return client.registry.RegisterBaseline(request).registration


def upload(client: modelwire.Client, baseline: str, directory: Path) -> Registration:
    upload = client.upload_package(directory)
    request = RegisterImprovedModelRequest(
        baseline=ModelVersionRef(model_id=baseline),
        contributor=ALICE,
        uploaded_package=UploadedPackage(upload_id=upload.upload_id),
        metrics={"auc": 0.93},
    )
    return client.registry.RegisterImprovedModel(request).registration


def look_up(client: modelwire.Client, model_uuid: str) -> Registration:
    request = GetModelByUuidRequest(model_uuid=model_uuid)
    return client.registry.GetModelByUuid(request).registration


def fail(client: modelwire.Client, model_uuid: str) -> str:
    try:
        look_up(client, model_uuid)
    except grpc.RpcError as error:
        details = error_details(error)
        if details.reason == ErrorReason.ERROR_REASON_MODEL_NOT_FOUND:
            return f"{details.reason_name} ({details.code.name}): {details.message}"
        raise
    return "found"


def watch(watching: EventWatch, count: int) -> list[Event]:
    seen: list[Event] = []
    for cursor, event in watching:
        print(f"  {EventType.Name(event.type)} {event.model_name}, to go on after {cursor}")
        seen.append(event)
        if len(seen) == count:
            break
    return seen


def receive(client: modelwire.Client, baseline: str, directory: Path) -> tuple[Event, str]:
    secret = f"whsec_{base64.b64encode(secrets.token_bytes(32)).decode()}"
    arrived: queue.Queue[Event] = queue.Queue()
    with serving(create_app([secret], arrived.put)) as url:
        request = CreateEndpointRequest(
            url=f"{url}/webhooks",
            secret=secret,
            filter=f'event.model_name == "{improved_name(baseline)}"',
        )
        endpoint = client.webhooks.CreateEndpoint(request).endpoint
        try:
            registration = upload(client, baseline, directory)
            event = arrived.get(timeout=60)
        finally:
            client.webhooks.DeleteEndpoint(DeleteEndpointRequest(endpoint_id=endpoint.endpoint_id))
    return event, registration.model_id


def improved_name(baseline: str) -> str:
    return f"{baseline.partition('/')[0]}_improved"


def pem(name: str) -> bytes | None:
    """Reads the file that a variable names."""
    path = os.environ.get(name)
    return Path(path).read_bytes() if path else None


def main(arguments: Sequence[str]) -> None:
    directory = Path(arguments[0])
    name = f"tour-python-{uuid.uuid4()}"
    context = ssl.create_default_context(cafile=os.environ.get("MODELWIRE_CA_FILE"))
    url = f"{os.environ['MODELWIRE_URL']}/readyz"
    with urlopen(url, timeout=30, context=context) as answer:
        expect(answer.status == 200, "the server is ready")
    with modelwire.connect(
        os.environ["MODELWIRE_GRPC"],
        api_key=os.environ.get("MODELWIRE_API_KEY"),
        root_certificates=pem("MODELWIRE_CA_FILE"),
        certificate_chain=pem("MODELWIRE_CLIENT_CERTIFICATE_FILE"),
        private_key=pem("MODELWIRE_CLIENT_KEY_FILE"),
    ) as client:
        only_ours = EventFilter(expression=f'event.model_name.startsWith("{name}")')
        with client.watch_events(filter=only_ours) as watching:
            baseline = register(client, name, directory)
            expect(baseline.model_id == f"{name}/1", "one version was made")
            print(f"registered {baseline.model_id} from files in the request")

            improved = upload(client, baseline.model_id, directory)
            [auc] = improved.improvements
            expect(abs(auc.absolute_change - 0.02) < 1e-9, "the metrics were compared")
            print(f"uploaded and registered {improved.model_id}")

            for made in (baseline, improved):
                found = look_up(client, made.model_info.model_uuid)
                expect(found.model_id == made.model_id, "the uuid finds the version")
                print(f"looked up {made.model_info.model_uuid}: {found.model_id}")

            reason = fail(client, f"m-{'0' * 32}")
            expect(reason.startswith("MODEL_NOT_FOUND (NOT_FOUND): "), reason)
            print(f"failed with {reason}")

            events = watch(watching, 2)
        expect(
            [event.model_registered.registration.model_id for event in events]
            == [baseline.model_id, improved.model_id],
            "both registrations were watched",
        )
        print("watched the events of both")

        event, model_id = receive(client, baseline.model_id, directory)
        registration = event.model_registered.registration
        expect(registration.model_id == model_id, "the webhook tells of the registration")
        print(f"received and verified the webhook {event.event_id} of {model_id}")
        print("deleted the endpoint")


if __name__ == "__main__":
    main(sys.argv[1:])
