"""What is added to each call: the API key, a deadline, a request id, and repeats."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, TypeVar, cast
from uuid import uuid4

import grpc
from google.protobuf import descriptor_pool
from google.protobuf.descriptor_pb2 import MethodOptions
from google.protobuf.message import Message

from modelwire.errors import error_details

__all__ = ["ApiKey", "Repeats", "asked_seconds", "backoff_seconds", "may_pass"]

_T = TypeVar("_T")
_Continuation = Callable[[grpc.ClientCallDetails, Any], Any]

_FIRST_WAIT_SECONDS = 0.2
_LONGEST_WAIT_SECONDS = 10.0
_MAX_DOUBLINGS = 10
# What is used up for longer is a quota: to wait for it is for people to decide.
_LONGEST_FULL_SECONDS = 60.0


def backoff_seconds(failures: int, asked_seconds: float = 0.0) -> float:
    """Tells how long to wait after so many failures in a row, and no less than was asked for.

    Twice as long each time, and of that a half by chance, so that callers that failed together
    do not come back together.
    """
    # No float has the powers of two that a server comes to which is away for hours.
    doublings = min(failures - 1, _MAX_DOUBLINGS)
    longest = min(_LONGEST_WAIT_SECONDS, _FIRST_WAIT_SECONDS * 2.0**doublings)
    # Not for secrets: nobody gains by foreseeing it.
    return max(asked_seconds, longest * random.uniform(0.5, 1.0))


def asked_seconds(error: grpc.RpcError) -> float | None:
    """Reads after how long the server wants a call repeated. None where it does not.

    It is unavailable then, or full: RESOURCE_EXHAUSTED, which is over within a minute.
    """
    details = error_details(error)
    if details.retry_delay is None:
        return None
    seconds = details.retry_delay.total_seconds()
    if details.code == grpc.StatusCode.RESOURCE_EXHAUSTED:
        return seconds if seconds <= _LONGEST_FULL_SECONDS else None
    return seconds if details.code == grpc.StatusCode.UNAVAILABLE else None


def may_pass(error: grpc.RpcError) -> bool:
    """Tells whether a call that failed may succeed when it is repeated."""
    return error_details(error).code == grpc.StatusCode.UNAVAILABLE or (
        asked_seconds(error) is not None
    )


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

    A call is repeated where it ended with UNAVAILABLE, or with RESOURCE_EXHAUSTED and the time when
    to come again, and its method is idempotent, which the contract says of each: until its deadline
    while the server says when to come again, else `max_attempts` times. What creates something is
    idempotent only with a `request_id`: where the caller gave none, the request is sent with a new
    UUID. gRPC's own retries do not know the waiting time that the server asks for.
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
        attempts = unasked = 0
        while True:
            left = max(0.0, deadline - time.monotonic())
            call = continuation(_changed(client_call_details, timeout=left), sent)
            # One that is not done was begun by `.future(…)`: its caller does not want to wait.
            if not idempotent or not call.done() or not may_pass(call):
                return call
            asked = asked_seconds(call)
            attempts += 1
            unasked += asked is None
            wait = backoff_seconds(attempts, asked or 0.0)
            is_last = self._max_attempts <= 1 or unasked >= self._max_attempts
            if is_last or time.monotonic() + wait >= deadline:
                return call
            time.sleep(wait)


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
