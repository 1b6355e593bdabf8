"""A TCP proxy whose connections break when a test wants it."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress


class CuttingProxy:
    def __init__(self, target: str) -> None:
        host, _, port = target.rpartition(":")
        self._target = (host, int(port))
        self._sockets: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._may_pass = threading.Event()
        self._may_pass.set()
        self._hold_after: int | None = None
        self.connections = 0
        self._listen(0)

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._port}"

    def hold_after(self, sent_bytes: int) -> None:
        """Lets no more than about so many bytes to the server, until the next cut."""
        self._hold_after = sent_bytes

    def cut(self) -> None:
        """Breaks all connections. New ones are taken, and held no more."""
        self._hold_after = None
        self._may_pass.set()
        with self._lock:
            sockets, self._sockets = self._sockets, set()
        for one in sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._may_pass.set()

    def down(self) -> None:
        """Breaks all connections, and takes no new ones."""
        self._listening.close()
        self._accepting.join()
        self.cut()

    def up(self) -> None:
        """Takes connections again, at the same address."""
        self._listen(self._port)

    def _listen(self, port: int) -> None:
        self._listening = socket.create_server(("127.0.0.1", port))
        self._listening.settimeout(0.1)
        self._port = self._listening.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            server = socket.create_connection(self._target)
            client.settimeout(None)
            self.connections += 1
            with self._lock:
                self._sockets |= {client, server}
            for pair in ((client, server, True), (server, client, False)):
                threading.Thread(target=self._pass_on, args=pair, daemon=True).start()

    def _pass_on(self, source: socket.socket, to: socket.socket, to_server: bool) -> None:
        passed = 0
        with suppress(OSError):
            while data := source.recv(65536):
                passed += len(data)
                # Read once: another thread may let go meanwhile.
                limit = self._hold_after
                if to_server and limit is not None and passed > limit:
                    self._may_pass.clear()
                    self._may_pass.wait()
                to.sendall(data)
        for one in (source, to):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
