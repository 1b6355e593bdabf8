"""A connection to a Modelwire server."""

from __future__ import annotations

import ipaddress
import os
import ssl
from types import TracebackType
from typing import Any

import grpc
from google.protobuf.timestamp_pb2 import Timestamp

from modelwire.calls import ApiKey, Repeats
from modelwire.event.v1 import EventFilter, EventServiceStub
from modelwire.registry.v1 import RegistryServiceStub, Upload
from modelwire.uploads import OnProgress, upload_package
from modelwire.watching import EventWatch
from modelwire.webhook.v1 import WebhookServiceStub

__all__ = ["Client", "connect"]

_DEFAULT_PORT = 50051
_MAX_MESSAGE_BYTES = 64 * 1024 * 1024

_CHANNEL_OPTIONS: list[tuple[str, Any]] = [
    ("grpc.max_receive_message_length", _MAX_MESSAGE_BYTES),
    # A connection whose other end is gone without a word is noticed.
    ("grpc.keepalive_time_ms", 60_000),
    ("grpc.keepalive_timeout_ms", 20_000),
    # A server that comes back is found again soon: gRPC waits up to two minutes by itself.
    ("grpc.initial_reconnect_backoff_ms", 200),
    ("grpc.max_reconnect_backoff_ms", 5_000),
]


class Client:
    """A connection to a Modelwire server, as `connect` makes it.

    It can be used by many threads at once. Used as a context manager, it closes at the end.

    Attributes:
        registry: Registers models, looks them up, lists and changes them.
        events: Reads the log of events.
        webhooks: Says where events are sent, and shows what became of them.
        channel: The gRPC channel, for stubs of other services such as health checks.
    """

    registry: RegistryServiceStub
    events: EventServiceStub
    webhooks: WebhookServiceStub
    channel: grpc.Channel

    def __init__(self, channel: grpc.Channel) -> None:
        self.channel = channel
        self.registry = RegistryServiceStub(channel)
        self.events = EventServiceStub(channel)
        self.webhooks = WebhookServiceStub(channel)

    def upload_package(
        self,
        directory: str | os.PathLike[str],
        *,
        upload_id: str | None = None,
        name: str | None = None,
        experiment_name: str | None = None,
        run_id: str | None = None,
        stall_timeout: float = 120.0,
        on_progress: OnProgress | None = None,
    ) -> Upload:
        """Uploads the files of a directory; see `modelwire.uploads.upload_package`."""
        return upload_package(
            self.registry,
            directory,
            upload_id=upload_id,
            name=name,
            experiment_name=experiment_name,
            run_id=run_id,
            stall_timeout=stall_timeout,
            on_progress=on_progress,
        )

    def watch_events(
        self,
        *,
        cursor: str = "",
        start_time: Timestamp | None = None,
        filter: EventFilter | None = None,  # noqa: A002 - the name that the contract gives it
        checkpoint_interval: float | None = None,
    ) -> EventWatch:
        """Watches events as they are committed; see `modelwire.watching.EventWatch`.

        Args:
            cursor: Only events after this place in the log. Empty: those that are committed after
                this call has returned, or from `start_time` on.
            start_time: Only events of this time or later. Only without a cursor.
            filter: Which of them.
            checkpoint_interval: How many seconds the server may say nothing.
        """
        return EventWatch(
            self.events,
            cursor=cursor,
            start_time=start_time,
            filter=filter,
            checkpoint_interval=checkpoint_interval,
        )

    def close(self) -> None:
        """Closes the connection, and ends what is under way."""
        self.channel.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def connect(
    address: str = f"127.0.0.1:{_DEFAULT_PORT}",
    *,
    api_key: str | None = None,
    root_certificates: bytes | None = None,
    timeout: float = 30.0,
    max_attempts: int = 5,
) -> Client:
    """Connects to a Modelwire server.

    No call is made yet: a server that is not there is noticed by the first one.

    Args:
        address: Where gRPC is served: `host:port`, or with `https://` or `http://` before it.
            Without them TLS is used, save for loopback addresses.
        api_key: Sent with each call, as `authorization: Bearer <key>`.
        root_certificates: PEM of the certificates that the server's must come from. None: those
            that this machine trusts.
        timeout: How many seconds a unary call may take, its repeats included, where the call
            itself does not say: `stub.GetModelByUuid(request, timeout=5)`. Streams have none.
        max_attempts: How often a call is made at the most that ends with UNAVAILABLE and may be
            repeated. 1: never again.

    Raises:
        ValueError: Where the address is none.
    """
    target, tls = _parse(address, wants_tls=root_certificates is not None)
    if tls:
        roots = root_certificates or _system_roots()
        credentials = grpc.ssl_channel_credentials(root_certificates=roots)
        channel = grpc.secure_channel(target, credentials, options=_CHANNEL_OPTIONS)
    else:
        channel = grpc.insecure_channel(target, options=_CHANNEL_OPTIONS)
    interceptors: list[Any] = [Repeats(timeout, max_attempts)]
    if api_key is not None:
        interceptors.append(ApiKey(api_key))
    return Client(grpc.intercept_channel(channel, *interceptors))


def _parse(address: str, *, wants_tls: bool) -> tuple[str, bool]:
    scheme, separator, rest = address.rpartition("://")
    target = rest.rstrip("/")
    host, colon, port = target.rpartition(":")
    well_formed = colon and host and port.isascii() and port.isdigit() and "/" not in target
    if not well_formed or (separator and scheme not in ("http", "https")):
        raise ValueError(f"address: expected host:port, such as 127.0.0.1:50051, not {address!r}")
    if scheme == "http" and wants_tls:
        raise ValueError("address: http:// has no use for root_certificates")
    if scheme:
        return target, scheme == "https"
    return target, wants_tls or not _is_loopback(host)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _system_roots() -> bytes | None:
    # gRPC itself takes those that it was shipped with.
    found = ssl.create_default_context().get_ca_certs(binary_form=True)
    return "".join(ssl.DER_cert_to_PEM_cert(one) for one in found).encode() or None
