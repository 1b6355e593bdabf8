"""A gRPC server that fails as a test says: what a real one does only by chance."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

import grpc
from google.protobuf.any_pb2 import Any
from google.rpc import error_details_pb2, status_pb2

from modelwire.event.v1.event_service_pb2_grpc import (
    EventServiceServicer,
    add_EventServiceServicer_to_server,
)
from modelwire.registry.v1 import (
    GetModelByUuidResponse,
    GetUploadResponse,
    RegisterBaselineResponse,
    UploadPackageResponse,
)
from modelwire.registry.v1.registry_service_pb2_grpc import (
    RegistryServiceServicer,
    add_RegistryServiceServicer_to_server,
)
from modelwire.webhook.v1 import TestEndpointResponse
from modelwire.webhook.v1.webhook_service_pb2_grpc import (
    WebhookServiceServicer,
    add_WebhookServiceServicer_to_server,
)


class ScriptedServer(RegistryServiceServicer, EventServiceServicer, WebhookServiceServicer):
    """Fails with each of `failures`, and then answers; `calls` has what it was sent,
    and `auth_contexts` what gRPC knows of who sent it.

    A watch does what the next of `watches` does.
    """

    def __init__(self):
        self.failures = []
        self.watches = []
        self.calls = []
        self.auth_contexts = []
        self.address = ""

    def _answer(self, request, context, answer):
        self.auth_contexts.append(context.auth_context())
        self.calls.append((request, dict(context.invocation_metadata()), context.time_remaining()))
        if self.failures:
            code, details = self.failures.pop(0)
            context.set_trailing_metadata((("grpc-status-details-bin", details),))
            context.abort(code, "it failed")
        return answer

    def RegisterBaseline(self, request, context):  # noqa: N802
        return self._answer(request, context, RegisterBaselineResponse())

    def GetModelByUuid(self, request, context):  # noqa: N802
        return self._answer(request, context, GetModelByUuidResponse())

    def GetUpload(self, request, context):  # noqa: N802
        return GetUploadResponse()

    def UploadPackage(self, request_iterator, context):  # noqa: N802
        return self._answer(list(request_iterator), context, UploadPackageResponse())

    def WatchEvents(self, request, context):  # noqa: N802
        self.calls.append((request, {}, None))
        yield from self.watches.pop(0)(context)

    def TestEndpoint(self, request, context):  # noqa: N802
        return self._answer(request, context, TestEndpointResponse())


@contextmanager
def serve(credentials=None):
    scripted = ScriptedServer()
    server = grpc.server(ThreadPoolExecutor(4))
    add_RegistryServiceServicer_to_server(scripted, server)
    add_EventServiceServicer_to_server(scripted, server)
    add_WebhookServiceServicer_to_server(scripted, server)
    if credentials:
        port = server.add_secure_port("127.0.0.1:0", credentials)
    else:
        port = server.add_insecure_port("127.0.0.1:0")
    scripted.address = f"127.0.0.1:{port}"
    server.start()
    try:
        yield scripted
    finally:
        server.stop(None).wait()


def unavailable(retry_seconds=None):
    return _later(grpc.StatusCode.UNAVAILABLE, "MODEL_BUSY", retry_seconds)


def full(retry_seconds=None):
    return _later(grpc.StatusCode.RESOURCE_EXHAUSTED, "SERVER_BUSY", retry_seconds)


def _later(code, reason, retry_seconds):
    details = [error_details_pb2.ErrorInfo(reason=reason, domain="modelwire")]
    if retry_seconds is not None:
        retry = error_details_pb2.RetryInfo()
        retry.retry_delay.FromTimedelta(timedelta(seconds=retry_seconds))
        details.append(retry)
    return failure(code, *details)


def failure(code, *details):
    packed = []
    for detail in details:
        one = Any()
        one.Pack(detail)
        packed.append(one)
    status = status_pb2.Status(code=code.value[0], message="it failed", details=packed)
    return code, status.SerializeToString()
