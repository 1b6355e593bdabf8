"""What is added to each call: the API key, a deadline, a request id, and repeats."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any, TypeVar, cast
from uuid import uuid4

import grpc
from google.protobuf import descriptor_pool
from google.protobuf.descriptor_pb2 import MethodOptions
from google.protobuf.message import Message

from modelwire.errors import error_details

__all__ = ["ApiKey", "Repeats", "backoff_seconds"]

_T = TypeVar("_T")
_Continuation = Callable[[grpc.ClientCallDetails, Any], Any]

_FIRST_WAIT_SECONDS = 0.2
_LONGEST_WAIT_SECONDS = 10.0


def backoff_seconds(failures: int, asked_seconds: float = 0.0) -> float:
    """Tells how long to wait after so many failures in a row, and no less than was asked for.

    Twice as long each time, and of that a half by chance, so that callers that failed together
    do not come back together.
    """
    longest = min(_LONGEST_WAIT_SECONDS, _FIRST_WAIT_SECONDS * 2.0 ** (failures - 1))
    # Not for secrets: nobody gains by foreseeing it.
    return max(asked_seconds, longest * random.uniform(0.5, 1.0))


def retry_delay_seconds(error: grpc.RpcError) -> float:
    """Reads how long the server asks a caller to wait; 0 where it does not ask."""
    delay = error_details(error).retry_delay
    return delay.total_seconds() if delay else 0.0


@dataclass(frozen=True)
class _CallDetails(grpc.ClientCallDetails):
    method: str
    timeout: float | None
    metadata: Any
    credentials: grpc.CallCredentials | None
    wait_for_ready: bool | None
    compression: Any


def _changed(details: grpc.ClientCallDetails, **changes: Any) -> grpc.ClientCallDetails:
    # What a caller leaves out, gRPC may leave out too.
    values = {one.name: getattr(details, one.name, None) for one in fields(_CallDetails)}
    return _CallDetails(**{**values, **changes})


class ApiKey(
    grpc.UnaryUnaryClientInterceptor,
    grpc.UnaryStreamClientInterceptor,
    grpc.StreamUnaryClientInterceptor,
    grpc.StreamStreamClientInterceptor,
):
    """Sends an API key with each call, as `authorization: Bearer <key>`."""

    def __init__(self, api_key: str) -> None:
        self._header = ("authorization", f"Bearer {api_key}")

    def _intercept(
        self, continuation: _Continuation, client_call_details: grpc.ClientCallDetails, request: Any
    ) -> Any:
        metadata = [*(client_call_details.metadata or ()), self._header]
        return continuation(_changed(client_call_details, metadata=metadata), request)

    intercept_unary_unary = _intercept
    intercept_unary_stream = _intercept
    intercept_stream_unary = _intercept  # type: ignore[assignment]
    intercept_stream_stream = _intercept  # type: ignore[assignment]


class Repeats(grpc.UnaryUnaryClientInterceptor):
    """Gives unary calls a deadline, and repeats those that may be repeated.

    A call is repeated where it ended with UNAVAILABLE and its method is idempotent, which the
    contract says of each. What creates something is so only with a `request_id`: where the caller
    gave none, the request is sent with a new UUID. gRPC's own retries do not know the waiting time
    that the server asks for.
    """

    def __init__(self, timeout: float, max_attempts: int) -> None:
        self._timeout = timeout
        self._max_attempts = max_attempts

    def intercept_unary_unary(
        self, continuation: _Continuation, client_call_details: grpc.ClientCallDetails, request: Any
    ) -> Any:
        """Makes a call in as many attempts as it takes."""
        timeout = client_call_details.timeout
        deadline = time.monotonic() + (self._timeout if timeout is None else timeout)
        idempotent = is_idempotent(client_call_details.method)
        sent = with_request_id(request)
        for attempt in _attempts(self._max_attempts):
            left = max(0.0, deadline - time.monotonic())
            call = continuation(_changed(client_call_details, timeout=left), sent)
            # One that is not done was begun by `.future(…)`: its caller does not want to wait.
            if not idempotent or not call.done() or call.code() != grpc.StatusCode.UNAVAILABLE:
                return call
            wait = backoff_seconds(attempt, retry_delay_seconds(call))
            if attempt == self._max_attempts or time.monotonic() + wait >= deadline:
                return call
            time.sleep(wait)
        raise AssertionError("the last attempt returns")


def _attempts(count: int) -> Iterator[int]:
    return iter(range(1, max(1, count) + 1))


def is_idempotent(method: str | bytes) -> bool:
    """Tells whether the contract says that a method, `/package.Service/Method`, may be repeated."""
    text = method.decode() if isinstance(method, bytes) else method
    service, _, name = text.strip("/").partition("/")
    try:
        found = descriptor_pool.Default().FindServiceByName(service)
        options = found.FindMethodByName(name).GetOptions()
    except (KeyError, AttributeError):
        return False
    return options.idempotency_level != MethodOptions.IDEMPOTENCY_UNKNOWN


def with_request_id(request: _T) -> _T:
    """Gives a request that has a `request_id` field a new one, in a copy, where it is unset."""
    if not isinstance(request, Message) or "request_id" not in request.DESCRIPTOR.fields_by_name:
        return request
    if request.HasField("request_id"):
        return request
    copy = type(request)()
    copy.CopyFrom(request)
    copy.request_id = new_id()  # type: ignore[attr-defined]
    return cast("_T", copy)


def new_id() -> str:
    """Makes a UUID for a request or an upload."""
    return str(uuid4())
