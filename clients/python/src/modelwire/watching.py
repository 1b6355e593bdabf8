"""Watching events, also while connections break."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from types import TracebackType
from typing import NamedTuple

import grpc
from google.protobuf.duration_pb2 import Duration
from google.protobuf.timestamp_pb2 import Timestamp

from modelwire.calls import asked_seconds, backoff_seconds, may_pass
from modelwire.errors import error_details
from modelwire.event.v1 import (
    Event,
    EventFilter,
    EventServiceStub,
    WatchEventsRequest,
    WatchEventsResponse,
)
from modelwire.silence import SilenceLimit

__all__ = ["EventWatch", "WatchedEvent"]

_MAX_FIRST_TRIES = 5
# The contract says: what it is where nobody asks for another, and from when to when one may be.
_CHECKPOINT_SECONDS = 15.0
_SHORTEST_CHECKPOINT_SECONDS, _LONGEST_CHECKPOINT_SECONDS = 1.0, 600.0
# How many checkpoints may be missed before the connection is taken for dead.
_MISSED_CHECKPOINTS = 3


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

    Where the connection breaks or falls silent, or the server is unavailable or full, it goes on
    after the last place that it has seen, for as long as it takes. Any other failure is raised,
    such as `CURSOR_EXPIRED`.

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
            TimeoutError: Where it can be reached, and is silent.
        """
        self._events = events
        self._request = WatchEventsRequest(cursor=cursor, start_time=start_time, filter=filter)
        if checkpoint_interval is not None:
            interval = Duration()
            interval.FromNanoseconds(round(checkpoint_interval * 1e9))
            self._request.checkpoint_interval.CopyFrom(interval)
        self._silence = SilenceLimit(_longest_silence(checkpoint_interval))
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._call: grpc._CallIterator[WatchEventsResponse] | None = None
        self._failures = 0
        self._waiting: WatchedEvent | None = None
        # The first answer is a checkpoint, without an event.
        try:
            self._waiting = self._read(_MAX_FIRST_TRIES)
        except BaseException:
            self.close()
            raise

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
            self._silence.stop()
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
                answer = self._silence.next(call)
            except StopIteration:
                # Ended in good order: not by Modelwire, perhaps by what is before it.
                failed: grpc.RpcError | TimeoutError | None = None
            except (grpc.RpcError, TimeoutError) as error:
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
            asked: float | None = None
            if isinstance(failed, grpc.RpcError):
                if not _is_loss(failed):
                    raise failed
                asked = asked_seconds(failed)
            if failed and self._failures == max_tries:
                raise failed
            self._closed.wait(backoff_seconds(self._failures, asked or 0.0))
        return None

    def _connected(self) -> grpc._CallIterator[WatchEventsResponse] | None:
        with self._lock:
            if self._closed.is_set():
                return None
            if self._call is None:
                self._call = self._events.WatchEvents(self._request)
            return self._call


def _longest_silence(checkpoint_interval: float | None) -> float:
    interval = _CHECKPOINT_SECONDS if checkpoint_interval is None else checkpoint_interval
    within = max(_SHORTEST_CHECKPOINT_SECONDS, min(interval, _LONGEST_CHECKPOINT_SECONDS))
    return _MISSED_CHECKPOINTS * within


def _is_loss(error: grpc.RpcError) -> bool:
    if may_pass(error):
        return True
    details = error_details(error)
    # What a proxy makes of a stream that it loses. Modelwire gives a reason.
    return details.code == grpc.StatusCode.INTERNAL and not details.reason_name
