from datetime import timedelta

import grpc
import pytest
from google.protobuf.duration_pb2 import Duration
from google.rpc.error_details_pb2 import BadRequest, ErrorInfo, PreconditionFailure, RetryInfo
from scripted_server import failure, serve

import modelwire
from modelwire import error_details
from modelwire.registry.v1 import ErrorReason, GetModelByUuidRequest


def details_of(*failed):
    with serve() as server, modelwire.connect(server.address, max_attempts=1) as client:
        server.failures = [failed]
        with pytest.raises(grpc.RpcError) as raised:
            client.registry.GetModelByUuid(GetModelByUuidRequest(model_uuid="m-1"))
    return error_details(raised.value)


def test_all_that_an_error_tells_is_read():
    violation = BadRequest.FieldViolation(field="model_uuid", description="expected m-…")
    unmet = PreconditionFailure.Violation(subject="inputs.age", description="must be there")
    details = details_of(
        *failure(
            grpc.StatusCode.UNAVAILABLE,
            ErrorInfo(reason="MODEL_BUSY", domain="modelwire", metadata={"status": "503"}),
            BadRequest(field_violations=[violation]),
            RetryInfo(retry_delay=Duration(seconds=1, nanos=500_000_000)),
            PreconditionFailure(violations=[unmet]),
        )
    )
    assert details == modelwire.ErrorDetails(
        code=grpc.StatusCode.UNAVAILABLE,
        message="it failed",
        reason=ErrorReason.ERROR_REASON_MODEL_BUSY,
        reason_name="MODEL_BUSY",
        metadata={"status": "503"},
        field_violations={"model_uuid": "expected m-…"},
        retry_delay=timedelta(seconds=1.5),
        preconditions={"inputs.age": "must be there"},
    )


def test_a_reason_that_is_not_known_keeps_its_name():
    info = ErrorInfo(reason="FROM_LATER", domain="modelwire")
    details = details_of(*failure(grpc.StatusCode.INTERNAL, info))
    assert details.reason == ErrorReason.ERROR_REASON_UNSPECIFIED
    assert details.reason_name == "FROM_LATER"


def test_a_reason_of_somebody_else_is_none():
    info = ErrorInfo(reason="INVALID_FIELD", domain="example.com", metadata={"a": "b"})
    details = details_of(*failure(grpc.StatusCode.INTERNAL, info))
    assert details == modelwire.ErrorDetails(grpc.StatusCode.INTERNAL, "it failed")


def test_a_delay_that_is_none_is_left_out():
    endless = RetryInfo(retry_delay=Duration(seconds=2**62))
    details = details_of(*failure(grpc.StatusCode.UNAVAILABLE, endless))
    assert details.retry_delay is None


@pytest.mark.parametrize("status", [b"\xff", b""])
def test_an_error_without_readable_details_has_its_code(status):
    details = details_of(grpc.StatusCode.NOT_FOUND, status)
    assert details == modelwire.ErrorDetails(grpc.StatusCode.NOT_FOUND, "it failed")
