"""What a failed call tells, besides its code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import cast

import grpc
from google.protobuf.message import DecodeError
from google.rpc import error_details_pb2, status_pb2

from modelwire.registry.v1 import ErrorReason

__all__ = ["ErrorDetails", "error_details"]

_DETAILS_KEY = "grpc-status-details-bin"
_DOMAIN = "modelwire"


@dataclass(frozen=True)
class ErrorDetails:
    """What a failed call tells.

    Attributes:
        code: The gRPC status code.
        message: What happened, for people to read.
        reason: Why it happened, for programs: a value of `ErrorReason`, and
            `ERROR_REASON_UNSPECIFIED` for a reason that this package does not know, or where there
            was none of Modelwire's, as when no server could be reached.
        reason_name: The same by its name, such as `MODEL_NOT_FOUND`; also one that this package
            does not know. Empty where there was none.
        metadata: What the reason brings with it; `ErrorReason` says for each what that is.
        field_violations: For each field that was wrong, what would be right.
        retry_delay: How long to wait before the call is repeated. None where the server does not
            say that it can be repeated.
        preconditions: For each subject that a precondition failed for, why.
    """

    code: grpc.StatusCode
    message: str
    reason: ErrorReason.ValueType = ErrorReason.ERROR_REASON_UNSPECIFIED
    reason_name: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    field_violations: Mapping[str, str] = field(default_factory=dict)
    retry_delay: timedelta | None = None
    preconditions: Mapping[str, str] = field(default_factory=dict)


def error_details(error: grpc.RpcError) -> ErrorDetails:
    """Reads what a failed call tells.

    Args:
        error: As a stub, or anything of this package, has raised it.

    Returns:
        The details. Those that cannot be read are left out.
    """
    # What gRPC raises is a Call too, though its type does not say so.
    call = cast("grpc.Call", error)
    found: dict[str, object] = {}
    for detail in _status(call).details:
        info = error_details_pb2.ErrorInfo()
        bad = error_details_pb2.BadRequest()
        retry = error_details_pb2.RetryInfo()
        failure = error_details_pb2.PreconditionFailure()
        try:
            if detail.Unpack(info):
                # What is between here and the server can have reasons of its own.
                if info.domain != _DOMAIN:
                    continue
                found["reason_name"] = info.reason
                found["reason"] = _known_reason(info.reason)
                found["metadata"] = dict(info.metadata)
            elif detail.Unpack(bad):
                found["field_violations"] = {v.field: v.description for v in bad.field_violations}
            elif detail.Unpack(retry):
                found["retry_delay"] = retry.retry_delay.ToTimedelta()
            elif detail.Unpack(failure):
                found["preconditions"] = {v.subject: v.description for v in failure.violations}
        except (DecodeError, ValueError, OverflowError):
            # The latter two: a duration that is none.
            continue
    return ErrorDetails(call.code(), call.details() or "", **found)  # type: ignore[arg-type]


def _status(call: grpc.Call) -> status_pb2.Status:
    for key, value in call.trailing_metadata() or ():
        if key == _DETAILS_KEY and isinstance(value, bytes):
            try:
                return status_pb2.Status.FromString(value)
            except DecodeError:
                break
    return status_pb2.Status()


def _known_reason(name: str) -> ErrorReason.ValueType:
    try:
        return ErrorReason.Value(f"ERROR_REASON_{name}")
    except ValueError:
        return ErrorReason.ERROR_REASON_UNSPECIFIED
