"""Verifying webhooks: that a request comes from Modelwire, now, and which event it brings."""

from __future__ import annotations

import base64
import binascii
import enum
import hashlib
import hmac
import json
import re
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from google.protobuf import json_format
from google.protobuf.message import DecodeError

from modelwire.event.v1 import Event

__all__ = ["RejectionReason", "WebhookVerificationError", "verify_webhook"]


class _WithItems(Protocol):
    # A mapping, or one of the classes of headers that are none, as the standard library's.
    def items(self) -> Iterable[tuple[str, str]]: ...


Headers = _WithItems | Iterable[tuple[str, str]]

_NEEDED = ("webhook-id", "webhook-timestamp", "webhook-signature", "content-type")
# More digits than any clock has are no time.
_SECONDS = re.compile(r"[0-9]{1,15}")
_SECRET_PREFIX = "whsec_"


class RejectionReason(enum.Enum):
    """Why a request is not taken for an event of Modelwire."""

    MISSING_HEADER = "MISSING_HEADER"
    """One of the headers that are needed is not there."""
    MALFORMED_TIMESTAMP = "MALFORMED_TIMESTAMP"
    """`webhook-timestamp` is no whole number of seconds."""
    TOO_OLD = "TOO_OLD"
    """It was made longer ago than is allowed: perhaps somebody repeats it."""
    TOO_NEW = "TOO_NEW"
    """It was made in the future: one of the two clocks is wrong."""
    WRONG_SIGNATURE = "WRONG_SIGNATURE"
    """None of the secrets has signed it."""
    UNKNOWN_CONTENT_TYPE = "UNKNOWN_CONTENT_TYPE"
    """The body is neither `application/json` nor `application/protobuf`."""
    MALFORMED_BODY = "MALFORMED_BODY"
    """The body is signed, and is not the event that its headers tell of."""


class WebhookVerificationError(Exception):
    """A request is not taken for an event of Modelwire.

    Attributes:
        reason: Why.
    """

    def __init__(self, reason: RejectionReason, message: str) -> None:
        super().__init__(f"{reason.value}: {message}")
        self.reason = reason


def verify_webhook(
    headers: Headers,
    body: bytes,
    secrets: str | Sequence[str],
    *,
    tolerance: float = 300,
    now: Callable[[], float] = time.time,
) -> Event:
    """Verifies a request in one of the formats `STANDARD` and `PROTOBUF`, and reads its event.

    The same event can arrive more than once: keep `event.event_id`, and do nothing for one that
    you have.

    Args:
        headers: The headers, as what has `items()` or as pairs; upper and lower case are one.
        body: The body as it came, byte for byte, not as it was parsed and written again.
        secrets: The endpoint's secret, `whsec_…`; or several, of which one must have signed.
        tolerance: How many seconds the request may be old, and ahead of the clock.
        now: The clock, in seconds since 1970; for tests.

    Returns:
        The event. Fields and types that this package does not know are no fault.

    Raises:
        WebhookVerificationError: With the reason, where the request is not genuine.
        ValueError: Where a secret is malformed, or there is none.
    """
    keys = [_key(secret) for secret in ([secrets] if isinstance(secrets, str) else secrets)]
    if not keys:
        raise ValueError("secrets: expected at least one")
    event_id, timestamp, signatures, content_type = _needed(headers)
    _check_time(timestamp, int(now()), tolerance)
    if not _is_signed(_bytes_of(f"{event_id}.{timestamp}.") + body, signatures, keys):
        raise WebhookVerificationError(
            RejectionReason.WRONG_SIGNATURE, "none of the secrets has signed it"
        )
    event = _read(content_type, body)
    if not event.event_id or event.event_id != event_id:
        raise WebhookVerificationError(
            RejectionReason.MALFORMED_BODY, "the event is not the one of webhook-id"
        )
    return event


def _key(secret: str) -> bytes:
    text = secret.removeprefix(_SECRET_PREFIX)
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if not key:
        # The secret itself must not get into a log.
        raise ValueError("secrets: expected whsec_ and base64")
    return key


def _needed(headers: Headers) -> list[str]:
    pairs = headers.items() if hasattr(headers, "items") else headers
    by_name = {name.lower(): value for name, value in pairs}
    for name in _NEEDED:
        if not by_name.get(name):
            raise WebhookVerificationError(RejectionReason.MISSING_HEADER, f"there is no {name}")
    return [by_name[name] for name in _NEEDED]


def _check_time(timestamp: str, now: int, tolerance: float) -> None:
    if not _SECONDS.fullmatch(timestamp):
        raise WebhookVerificationError(
            RejectionReason.MALFORMED_TIMESTAMP, "webhook-timestamp is no number of seconds"
        )
    age = now - int(timestamp)
    if age > tolerance:
        raise WebhookVerificationError(RejectionReason.TOO_OLD, f"it was made {age} s ago")
    if -age > tolerance:
        raise WebhookVerificationError(
            RejectionReason.TOO_NEW, f"it was made {-age} s ahead of the clock"
        )


def _is_signed(content: bytes, signatures: str, keys: Sequence[bytes]) -> bool:
    wanted = [base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()) for key in keys]
    signed = False
    for one in signatures.split(" "):
        version, _, signature = one.partition(",")
        if version != "v1":
            continue
        for digest in wanted:
            signed |= hmac.compare_digest(digest, _bytes_of(signature))
    return signed


def _bytes_of(header: str) -> bytes:
    # Some servers give what is no UTF-8 in a header as lone surrogates.
    return header.encode("utf-8", "surrogatepass")


def _read(content_type: str, body: bytes) -> Event:
    media_type = content_type.partition(";")[0].strip().lower()
    try:
        if media_type == "application/protobuf":
            return Event.FromString(body)
        if media_type == "application/json":
            data = json.loads(body.decode("utf-8"))["data"]
            return json_format.ParseDict(data, Event(), ignore_unknown_fields=True)
    except (
        DecodeError,
        json_format.ParseError,
        KeyError,
        TypeError,
        # What is nested beyond all measure, and a number that no float is large enough for.
        RecursionError,
        OverflowError,
        # Of json and of UTF-8.
        ValueError,
    ) as error:
        raise WebhookVerificationError(
            RejectionReason.MALFORMED_BODY, "the body is no event"
        ) from error
    raise WebhookVerificationError(
        RejectionReason.UNKNOWN_CONTENT_TYPE, f"{media_type} is neither JSON nor protobuf"
    )
