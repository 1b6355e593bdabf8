"""Ends a call that says nothing for too long: gRPC itself limits only whole calls."""

from __future__ import annotations

import threading
import time
from typing import Any, TypeVar

import grpc

__all__ = ["SilenceLimit"]

_T = TypeVar("_T")


class SilenceLimit:
    """Waits for the answers of streams, each for a time at the most.

    A thread of its own looks at the clock. It is there only while, and shortly after, somebody
    waits; how long its caller takes with an answer is no silence of the server.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._watching = False
        self._waiting: tuple[grpc._CallIterator[Any], float] | None = None
        self._ended: grpc._CallIterator[Any] | None = None

    def next(self, call: grpc._CallIterator[_T]) -> _T:
        """Waits for the next answer of a call.

        Raises:
            TimeoutError: Where none comes in time; the call is over then.
            grpc.RpcError: As the call ends, and so `StopIteration`.
        """
        with self._lock:
            self._waiting = (call, time.monotonic() + self._seconds)
            if not self._watching:
                self._watching = True
                threading.Thread(target=self._watch, name="modelwire-silence", daemon=True).start()
        try:
            return next(call)
        except grpc.RpcError:
            with self._lock:
                if self._ended is call:
                    raise TimeoutError("the server is silent") from None
            raise
        finally:
            with self._lock:
                self._waiting = None

    def stop(self) -> None:
        """Ends the thread, where it is there."""
        self._stopped.set()

    def _watch(self) -> None:
        while True:
            with self._lock:
                if self._waiting is None or self._stopped.is_set():
                    self._watching = False
                    return
                call, until = self._waiting
                left = until - time.monotonic()
                if left <= 0:
                    self._waiting = None
                    self._ended = call
                    call.cancel()
                    continue
            self._stopped.wait(left)
