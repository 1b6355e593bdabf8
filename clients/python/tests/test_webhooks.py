import base64
import json
from http.client import HTTPMessage
from pathlib import Path

import pytest
from signing import SECRET, signed

from modelwire import RejectionReason, WebhookVerificationError, verify_webhook
from modelwire.event.v1 import EventType

VECTORS = json.loads(
    (Path(__file__).parents[2] / "webhook-vectors.json").read_text(encoding="utf-8")
)
CASES = VECTORS["cases"]
NOW = VECTORS["now"]


def verify(case, **more):
    body = base64.b64decode(case["body_base64"])
    return verify_webhook(case["headers"], body, case["secrets"], now=lambda: NOW, **more)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_vector_comes_to_what_it_says(case):
    if "reason" in case:
        with pytest.raises(WebhookVerificationError) as rejected:
            verify(case)
        assert rejected.value.reason is RejectionReason(case["reason"])
    else:
        event = verify(case)
        assert event.event_id == case["event_id"]
        assert EventType.Name(event.type) == case["event_type"]


def test_there_are_vectors_for_every_reason():
    assert {case["reason"] for case in CASES if "reason" in case} == {
        reason.value for reason in RejectionReason
    }


def test_headers_may_be_pairs_and_one_secret_a_text():
    case = CASES[0]
    body = base64.b64decode(case["body_base64"])
    pairs = list(case["headers"].items())
    assert verify_webhook(pairs, body, case["secrets"][0], now=lambda: NOW).event_id


def test_headers_may_be_those_of_the_standard_library():
    case = CASES[0]
    headers = HTTPMessage()
    for name, value in case["headers"].items():
        headers[name] = value
    assert verify({**case, "headers": headers}).event_id


def test_another_tolerance_allows_what_is_older():
    [case] = [case for case in CASES if case["name"] == "too old"]
    assert verify(case, tolerance=301).event_id


def test_a_body_nested_beyond_measure_is_malformed_and_no_crash():
    depth = 100_000
    body = b'{"data":' + b"[" * depth + b"]" * depth + b"}"
    with pytest.raises(WebhookVerificationError) as rejected:
        verify_webhook(*signed(body, NOW), SECRET, now=lambda: NOW)
    assert rejected.value.reason is RejectionReason.MALFORMED_BODY


@pytest.mark.parametrize(
    "data",
    [
        '{"eventId": {}}',
        '{"eventId": []}',
        '{"type": {}}',
        '{"time": 5}',
        '{"sequence": 1e400}',
        '{"modelRegistered": 5}',
        '{"modelRegistered": {"registration": {"improvements": [5]}}}',
        '{"modelRegistered": {"registration": {"improvements": [{"value": 1%s}]}}}' % ("0" * 400),
        '"text"',
        "[]",
        "5",
        "null",
    ],
)
def test_data_of_another_shape_is_malformed_and_no_crash(data):
    with pytest.raises(WebhookVerificationError) as rejected:
        verify_webhook(*signed(b'{"data": %s}' % data.encode(), NOW), SECRET, now=lambda: NOW)
    assert rejected.value.reason is RejectionReason.MALFORMED_BODY


@pytest.mark.parametrize("header", ["webhook-id", "webhook-signature"])
def test_a_header_that_is_no_utf_8_is_no_crash(header):
    headers, body = signed(b"{}", NOW)
    # As some servers decode it.
    headers[header] = b"v1,\xff".decode("utf-8", "surrogateescape")
    with pytest.raises(WebhookVerificationError) as rejected:
        verify_webhook(headers, body, SECRET, now=lambda: NOW)
    assert rejected.value.reason is RejectionReason.WRONG_SIGNATURE


def test_a_body_is_not_looked_at_before_it_is_verified():
    headers, _ = signed(b"{}", NOW)
    with pytest.raises(WebhookVerificationError) as rejected:
        verify_webhook(headers, b"\xff", SECRET, now=lambda: NOW)
    assert rejected.value.reason is RejectionReason.WRONG_SIGNATURE


@pytest.mark.parametrize("secrets", ["", "whsec_", "whsec_*", "whsec_AQEB\n", [], ["whsec_ü"]])
def test_a_malformed_secret_is_the_callers_fault_and_is_not_told(secrets):
    case = {**CASES[0], "secrets": secrets}
    with pytest.raises(ValueError, match=r"^secrets: expected") as raised:
        verify(case)
    assert "AQEB" not in str(raised.value)
