"""A connection to a Modelwire server."""

from __future__ import annotations

import ipaddress
import os
import re
import ssl
from pathlib import Path
from types import TracebackType
from typing import Any

import grpc
from google.protobuf.timestamp_pb2 import Timestamp

from modelwire.access.v1 import AccessServiceStub
from modelwire.calls import ApiKey, Repeats
from modelwire.event.v1 import EventFilter, EventServiceStub
from modelwire.registry.v1 import RegistryServiceStub, Upload
from modelwire.uploads import OnProgress, upload_package
from modelwire.watching import EventWatch
from modelwire.webhook.v1 import WebhookServiceStub

__all__ = ["Client", "connect"]

_DEFAULT_PORT = 50051
_MAX_MESSAGE_BYTES = 64 * 1024 * 1024
_API_KEY = re.compile(r"[\x21-\x7e]+")

_CHANNEL_OPTIONS: list[tuple[str, Any]] = [
    ("grpc.max_receive_message_length", _MAX_MESSAGE_BYTES),
    # A connection whose other end is gone without a word is noticed, also while only the server
    # has something to send: gRPC stops to ask after two times by itself.
    ("grpc.keepalive_time_ms", 60_000),
    ("grpc.keepalive_timeout_ms", 20_000),
    ("grpc.http2.max_pings_without_data", 0),
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
        access: Says who may call, and what.
        channel: The gRPC channel, for stubs of other services such as health checks.
    """

    registry: RegistryServiceStub
    events: EventServiceStub
    webhooks: WebhookServiceStub
    access: AccessServiceStub
    channel: grpc.Channel

    def __init__(self, channel: grpc.Channel) -> None:
        self.channel = channel
        self.registry = RegistryServiceStub(channel)
        self.events = EventServiceStub(channel)
        self.webhooks = WebhookServiceStub(channel)
        self.access = AccessServiceStub(channel)

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
    certificate_chain: bytes | None = None,
    private_key: bytes | None = None,
    timeout: float = 30.0,
    max_attempts: int = 5,
) -> Client:
    """Connects to a Modelwire server.

    No call is made yet: a server that is not there is noticed by the first one.

    Args:
        address: Where gRPC is served: `host:port`, or with `https://` or `http://` before it.
            Without them TLS is used, save for loopback addresses.
        api_key: Sent with each call, as `authorization: Bearer <key>`; never in plain text to
            another machine.
        root_certificates: PEM of the certificates that the server's must come from. None: those
            in the file that `GRPC_DEFAULT_SSL_ROOTS_FILE_PATH` names, else those that this machine
            trusts.
        certificate_chain: PEM of the certificate to show to a server that asks for one, and behind
            it those that lead to its authority.
        private_key: PEM of its key, without a passphrase.
        timeout: How many seconds a unary call may take, its repeats included, where the call
            itself does not say: `stub.GetModelByUuid(request, timeout=5)`. Streams have none.
        max_attempts: How often a call is made at the most that ends with UNAVAILABLE and may be
            repeated. While the server says when to come again, it is made until its time is up;
            so it is where the server is full, and says so with RESOURCE_EXHAUSTED and a time of up
            to a minute. 1: never again, whatever the server says.

    Raises:
        ValueError: Where the address, the API key or a certificate is none, or the API key would go
            to another machine in plain text.
    """
    _check_certificate(certificate_chain, private_key)
    wants_tls = root_certificates is not None or certificate_chain is not None
    target, tls = _parse(address, wants_tls=wants_tls)
    if api_key is not None:
        _check_api_key(api_key, target, tls)
    if tls:
        roots = root_certificates or _system_roots()
        credentials = grpc.ssl_channel_credentials(roots, private_key, certificate_chain)
        channel = grpc.secure_channel(target, credentials, options=_CHANNEL_OPTIONS)
    else:
        channel = grpc.insecure_channel(target, options=_CHANNEL_OPTIONS)
    interceptors: list[Any] = [Repeats(timeout, max_attempts)]
    if api_key is not None:
        interceptors.append(ApiKey(api_key))
    return Client(grpc.intercept_channel(channel, *interceptors))


def check_connection(address: str, api_key: str | None) -> None:
    """Raises `ValueError` as `connect` does for them, and connects to nobody."""
    target, tls = _parse(address, wants_tls=False)
    if api_key is not None:
        _check_api_key(api_key, target, tls)


def _parse(address: str, *, wants_tls: bool) -> tuple[str, bool]:
    scheme, separator, rest = address.rpartition("://")
    target = rest.rstrip("/")
    host, colon, port = target.rpartition(":")
    well_formed = colon and host and port.isascii() and port.isdigit() and "/" not in target
    if not well_formed or (separator and scheme not in ("http", "https")):
        raise ValueError(f"address: expected host:port, such as 127.0.0.1:50051, not {address!r}")
    if scheme == "http" and wants_tls:
        raise ValueError("address: http:// has no use for certificates")
    if scheme:
        return target, scheme == "https"
    return target, wants_tls or not _is_loopback(host)


def _check_certificate(certificate_chain: bytes | None, private_key: bytes | None) -> None:
    # gRPC would tell of no more than a connection that fails; the key must not get into a log.
    if (certificate_chain is None) != (private_key is None):
        raise ValueError("certificate_chain: expected both it and private_key, or neither")
    if certificate_chain is not None and b"-----BEGIN CERTIFICATE-----" not in certificate_chain:
        raise ValueError("certificate_chain: expected a certificate in PEM")
    if private_key is not None and b"PRIVATE KEY-----" not in private_key:
        raise ValueError("private_key: expected a key in PEM")


def _check_api_key(api_key: str, target: str, tls: bool) -> None:
    # The key itself must not get into a log.
    if not _API_KEY.fullmatch(api_key):
        raise ValueError("api_key: expected printable ASCII characters without spaces")
    if not tls and not _is_loopback(target.rpartition(":")[0]):
        raise ValueError(f"api_key: is not sent to {target} in plain text")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _system_roots() -> bytes | None:
    # gRPC itself takes those that it was shipped with, unless this variable names others.
    if os.environ.get("GRPC_DEFAULT_SSL_ROOTS_FILE_PATH"):
        return None
    found = ssl.create_default_context().get_ca_certs(binary_form=True)
    if found:
        return "".join(ssl.DER_cert_to_PEM_cert(one) for one in found).encode()
    # Of a folder, as some machines have in place of a file, OpenSSL loads what it comes to need.
    folder = ssl.get_default_verify_paths().capath
    files = sorted(Path(folder).glob("*.[0-9]")) if folder else []
    return b"\n".join(file.read_bytes() for file in files if file.is_file()) or None
