"""Watching events, also while connections break."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from types import TracebackType
from typing import NamedTuple, cast

import grpc
from google.protobuf.duration_pb2 import Duration
from google.protobuf.timestamp_pb2 import Timestamp

from modelwire.calls import backoff_seconds, retry_delay_seconds
from modelwire.event.v1 import (
    Event,
    EventFilter,
    EventServiceStub,
    WatchEventsRequest,
    WatchEventsResponse,
)

__all__ = ["EventWatch", "WatchedEvent"]

_MAX_FIRST_TRIES = 5


class WatchedEvent(NamedTuple):
    """An event, and its place in the log.

    Attributes:
        cursor: The place after the event: a watch that begins there misses nothing.
        event: The event.
    """

    cursor: str
    event: Event


class EventWatch(Iterator[WatchedEvent]):
    """Gives events as they are committed.

    Where the connection breaks, or the server is unavailable, it goes on after the last place
    that it has seen, for as long as it takes. Any other failure is raised, such as
    `CURSOR_EXPIRED`.

    It begins before it is there: an event that is committed from then on is given. It ends with
    `close`, from any thread, or at the end of a `with`.
    """

    def __init__(
        self,
        events: EventServiceStub,
        *,
        cursor: str = "",
        start_time: Timestamp | None = None,
        filter: EventFilter | None = None,  # noqa: A002 - the name that the contract gives it
        checkpoint_interval: float | None = None,
    ) -> None:
        """Begins a watch; `Client.watch_events` says what each argument means.

        Raises:
            grpc.RpcError: As the server says, and where it cannot be reached.
        """
        self._events = events
        self._request = WatchEventsRequest(cursor=cursor, start_time=start_time, filter=filter)
        if checkpoint_interval is not None:
            interval = Duration()
            interval.FromNanoseconds(round(checkpoint_interval * 1e9))
            self._request.checkpoint_interval.CopyFrom(interval)
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._call: grpc._CallIterator[WatchEventsResponse] | None = None
        self._failures = 0
        self._waiting: WatchedEvent | None = None
        # The first answer is a checkpoint, without an event.
        self._waiting = self._read(_MAX_FIRST_TRIES)

    @property
    def cursor(self) -> str:
        """The last place in the log that was seen, which can be behind the last event."""
        return self._request.cursor

    def __iter__(self) -> EventWatch:
        return self

    def __next__(self) -> WatchedEvent:
        while True:
            waiting, self._waiting = self._waiting, None
            if waiting is None and not self._closed.is_set():
                waiting = self._read()
            if self._closed.is_set():
                raise StopIteration
            if waiting is not None:
                return waiting

    def close(self) -> None:
        """Ends the watch: whoever waits for its next event is told that there is none."""
        with self._lock:
            self._closed.set()
            if self._call is not None:
                self._call.cancel()

    def __enter__(self) -> EventWatch:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _read(self, max_tries: int | None = None) -> WatchedEvent | None:
        """Waits for the next answer, in as many calls as it takes. None for a checkpoint."""
        while (call := self._connected()) is not None:
            try:
                answer = next(call)
            except StopIteration:
                # Ended in good order: not by Modelwire, perhaps by what is before it.
                failed: grpc.RpcError | None = None
            except grpc.RpcError as error:
                failed = error
            else:
                self._failures = 0
                self._request.cursor = answer.cursor
                # From here on the cursor says where to go on.
                self._request.ClearField("start_time")
                return (
                    WatchedEvent(answer.cursor, answer.event) if answer.HasField("event") else None
                )
            self._call = None
            self._failures += 1
            if self._closed.is_set():
                break
            if failed and (not _is_unavailable(failed) or self._failures == max_tries):
                raise failed
            asked_seconds = retry_delay_seconds(failed) if failed else 0.0
            self._closed.wait(backoff_seconds(self._failures, asked_seconds))
        return None

    def _connected(self) -> grpc._CallIterator[WatchEventsResponse] | None:
        with self._lock:
            if self._closed.is_set():
                return None
            if self._call is None:
                self._call = self._events.WatchEvents(self._request)
            return self._call


def _is_unavailable(error: grpc.RpcError) -> bool:
    return cast("grpc.Call", error).code() == grpc.StatusCode.UNAVAILABLE
