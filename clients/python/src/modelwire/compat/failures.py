"""Failures of Modelwire as callers of the Python registry know them: MLflow's exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import grpc
from mlflow.exceptions import RestException

from modelwire.errors import error_details
from modelwire.registry.v1 import ErrorReason

# By MLflow's names. What is not here is INTERNAL_ERROR, as in MLflow.
_MLFLOW_CODES = {
    grpc.StatusCode.NOT_FOUND: "RESOURCE_DOES_NOT_EXIST",
    grpc.StatusCode.ALREADY_EXISTS: "RESOURCE_ALREADY_EXISTS",
    grpc.StatusCode.INVALID_ARGUMENT: "INVALID_PARAMETER_VALUE",
    grpc.StatusCode.FAILED_PRECONDITION: "INVALID_STATE",
    grpc.StatusCode.ABORTED: "RESOURCE_CONFLICT",
    grpc.StatusCode.RESOURCE_EXHAUSTED: "REQUEST_LIMIT_EXCEEDED",
    grpc.StatusCode.PERMISSION_DENIED: "PERMISSION_DENIED",
    grpc.StatusCode.UNAUTHENTICATED: "UNAUTHENTICATED",
    grpc.StatusCode.UNAVAILABLE: "TEMPORARILY_UNAVAILABLE",
    grpc.StatusCode.DEADLINE_EXCEEDED: "TEMPORARILY_UNAVAILABLE",
}
# With these nothing was begun that may still end well.
_REFUSALS = frozenset(
    {
        grpc.StatusCode.NOT_FOUND,
        grpc.StatusCode.INVALID_ARGUMENT,
        grpc.StatusCode.FAILED_PRECONDITION,
        grpc.StatusCode.PERMISSION_DENIED,
    }
)


@contextmanager
def as_mlflow_exceptions() -> Iterator[None]:
    """Raises `RestException` for what a call raises, which stays its `__cause__`."""
    try:
        yield
    except TimeoutError as error:
        # Of an upload that stands still.
        told = {"error_code": "TEMPORARILY_UNAVAILABLE", "message": str(error)}
        raise RestException(told) from error
    except grpc.RpcError as error:
        details = error_details(error)
        code = _MLFLOW_CODES.get(details.code, "INTERNAL_ERROR")
        raise RestException({"error_code": code, "message": details.message}) from error


def is_not_there(error: grpc.RpcError) -> bool:
    """Tells whether a call failed for one reason: there is no such model version."""
    return error_details(error).reason == ErrorReason.ERROR_REASON_MODEL_NOT_FOUND


def is_refused(error: grpc.RpcError) -> bool:
    """Tells whether a call failed for good: nothing comes of it any more."""
    return error_details(error).code in _REFUSALS


def is_too_large(error: grpc.RpcError) -> bool:
    """Tells whether a request was refused since the server takes none of its size."""
    return error_details(error).reason == ErrorReason.ERROR_REASON_MESSAGE_TOO_LARGE


def has_wrong(field: str, error: grpc.RpcError) -> bool:
    """Tells whether a call failed since a field cannot be what it is asked to be."""
    return field in error_details(error).field_violations
