"""Uploading packages of any size, in constant memory, and going on where a call broke off."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import grpc

from modelwire.calls import asked_seconds, backoff_seconds, may_pass, new_id
from modelwire.errors import error_details
from modelwire.registry.v1 import (
    ErrorReason,
    GetUploadRequest,
    RegistryServiceStub,
    Upload,
    UploadFile,
    UploadPackageRequest,
    UploadStart,
)

__all__ = ["OnProgress", "PackageError", "PackageFile", "list_package", "upload_package"]

OnProgress = Callable[[int, int], None]
"""Is told how many bytes of how many the server has been sent; by a thread of gRPC's."""

# Larger chunks are no faster, and gRPC's own limit for a message is 4 MiB.
_CHUNK_BYTES = 1024 * 1024
# The server makes a run and a model when an upload begins: for so much, digests are taken
# meanwhile. More would keep it waiting, and it ends a call that sends nothing for a time.
_DIGESTED_MEANWHILE_BYTES = 256 * 1024 * 1024
_MAX_FRUITLESS_TRIES = 5
# What people's machines leave in a folder and no model needs.
_LEFT_OUT = frozenset({".DS_Store", "__pycache__"})


class PackageError(ValueError):
    """A directory cannot be uploaded as it is: the message says which file, and why."""


@dataclass(frozen=True)
class PackageFile:
    """A file of a package.

    Attributes:
        path: Path within the package, with `/` between its parts.
        file: Where it is.
        size_bytes: How large it is.
        sha256: 64 lower-case hexadecimal digits.
    """

    path: str
    file: Path
    size_bytes: int
    sha256: str


def list_package(directory: str | os.PathLike[str]) -> list[PackageFile]:
    """Lists the files of a directory, sorted by path, each with its digest.

    `.DS_Store` and `__pycache__` are left out.

    Raises:
        PackageError: Where something is neither a regular file nor a directory, such as a symbolic
            link, or there is no file at all.
        OSError: Where something cannot be read.
    """
    return [file.digested() for file in _list(directory)]


def upload_package(
    registry: RegistryServiceStub,
    directory: str | os.PathLike[str],
    *,
    upload_id: str | None = None,
    name: str | None = None,
    experiment_name: str | None = None,
    run_id: str | None = None,
    stall_timeout: float = 120.0,
    on_progress: OnProgress | None = None,
) -> Upload:
    """Uploads the files of a directory.

    A call that breaks off, or that the server has no room for now, is followed by another that
    sends what the server does not have. It gives up after five tries in a row that got no further.

    Args:
        registry: `client.registry`.
        directory: A directory as MLflow saves a model, or the files of one that the registration
            describes. What `list_package` lists is sent.
        upload_id: A UUID; that of an earlier upload goes on with it. None: a new one.
        name: Name of the logged model. None: `model`.
        experiment_name: Experiment that the model goes to. None: the server's.
        run_id: A run that is there already. None: the upload makes one.
        stall_timeout: How many seconds may pass without anything getting through.
        on_progress: Is told of each step.

    Returns:
        The upload: register it as `UploadedPackage(upload_id=upload.upload_id)`.

    Raises:
        PackageError: As `list_package` raises it, and where a file changes meanwhile.
        TimeoutError: Where nothing gets through for `stall_timeout`.
        grpc.RpcError: As the server says.
    """
    files = _list(directory)
    may_exist = upload_id is not None
    if may_exist or sum(file.size_bytes for file in files) > _DIGESTED_MEANWHILE_BYTES:
        _take_digests(files)
    start = UploadStart(
        upload_id=upload_id or new_id(), name=name, experiment_name=experiment_name, run_id=run_id
    )
    furthest = fruitless = 0
    while True:
        sending = _Sending(registry, start, files, on_progress)
        try:
            return sending.run(stall_timeout, may_exist)
        except grpc.RpcError as error:
            may_exist = True
            _take_digests(files)
            fruitless = 0 if sending.done_bytes > furthest else fruitless + 1
            furthest = max(furthest, sending.done_bytes)
            if not may_pass(error) or fruitless >= _MAX_FRUITLESS_TRIES:
                raise
            time.sleep(backoff_seconds(max(1, fruitless), asked_seconds(error) or 0.0))


class _Sending:
    """One call that sends what the server does not have."""

    def __init__(
        self,
        registry: RegistryServiceStub,
        start: UploadStart,
        files: Sequence[_ListedFile],
        on_progress: OnProgress | None,
    ) -> None:
        self._registry = registry
        self._start = start
        self._files = files
        self._on_progress = on_progress
        self._wrong: Exception | None = None
        self._parts_sent = 0
        self._total_bytes = sum(file.size_bytes for file in files)
        self.done_bytes = 0

    def run(self, stall_timeout: float, may_exist: bool) -> Upload:
        # Of an id that nobody has used there is nothing to ask.
        missing = self._missing() if may_exist else [(file, 0) for file in self._files]
        self.done_bytes = self._total_bytes - sum(
            file.size_bytes - offset for file, offset in missing
        )
        self._tell()
        call = self._registry.UploadPackage.future(self._parts(missing))
        try:
            while True:
                before = self._parts_sent
                try:
                    answer = call.result(timeout=stall_timeout)
                    break
                except grpc.FutureTimeoutError:
                    if self._parts_sent == before:
                        raise TimeoutError("the upload stands still") from None
                except grpc.FutureCancelledError:
                    # gRPC has a class of its own for this, which tells nothing.
                    raise cast("grpc.RpcError", call) from None
        except grpc.RpcError:
            if self._wrong:
                raise self._wrong from None
            raise
        finally:
            call.cancel()
        if self._wrong:
            raise self._wrong
        return answer.upload

    def _missing(self) -> list[tuple[_ListedFile, int]]:
        """Tells which files are to be sent, and from where."""
        known = {file.path: file for file in self._stored().files}
        missing: list[tuple[_ListedFile, int]] = []
        for file in self._files:
            there = known.get(file.path)
            if there is None:
                missing.append((file, 0))
                continue
            if (there.sha256, there.size_bytes) != (file.sha256, file.size_bytes):
                raise PackageError(f"{file.path}: is not the file that the upload began with")
            if not there.complete:
                missing.append((file, int(there.stored_bytes)))
        return missing

    def _stored(self) -> Upload:
        try:
            request = GetUploadRequest(upload_id=self._start.upload_id)
            return self._registry.GetUpload(request).upload
        except grpc.RpcError as error:
            if error_details(error).reason == ErrorReason.ERROR_REASON_UPLOAD_NOT_FOUND:
                return Upload()
            raise

    def _parts(self, missing: Sequence[tuple[_ListedFile, int]]) -> Iterator[UploadPackageRequest]:
        yield UploadPackageRequest(start=self._start)
        try:
            for file, offset in missing:
                for part in _parts_of(file, offset):
                    yield part
                    self._parts_sent += 1
                    self.done_bytes += len(part.chunk)
                    self._tell()
        except Exception as error:
            # gRPC would log what is raised here and tell the caller nothing of it. The file is not
            # whole, so the server does not take it for done.
            self._wrong = error

    def _tell(self) -> None:
        if self._on_progress:
            self._on_progress(self.done_bytes, self._total_bytes)


def _parts_of(file: PackageFile | _ListedFile, offset: int) -> Iterator[UploadPackageRequest]:
    announced = UploadFile(
        path=file.path, size_bytes=file.size_bytes, sha256=file.sha256, offset_bytes=offset
    )
    yield UploadPackageRequest(file=announced)
    sent = offset
    with file.file.open("rb") as opened:
        opened.seek(offset)
        while chunk := opened.read(_CHUNK_BYTES):
            sent += len(chunk)
            if sent > file.size_bytes:
                break
            yield UploadPackageRequest(chunk=chunk)
    if sent != file.size_bytes:
        raise PackageError(f"{file.path}: was changed while it was uploaded")


class _ListedFile:
    """A file of a package whose digest is taken when it is asked for."""

    def __init__(self, path: str, file: Path) -> None:
        self.path = path
        self.file = file
        self.size_bytes = file.stat().st_size
        self._sha256: str | None = None

    @property
    def sha256(self) -> str:
        if self._sha256 is None:
            self._sha256 = _sha256(self.file)
        return self._sha256

    def digested(self) -> PackageFile:
        return PackageFile(self.path, self.file, self.size_bytes, self.sha256)


def _list(directory: str | os.PathLike[str]) -> list[_ListedFile]:
    root = Path(directory)
    files = sorted(_walk(root, ""), key=lambda found: found[0])
    if not files:
        raise PackageError(f"{root}: has no files")
    return [_ListedFile(path, file) for path, file in files]


def _take_digests(files: Sequence[_ListedFile]) -> None:
    for file in files:
        file.digested()


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in _LEFT_OUT:
                continue
            mode = entry.stat(follow_symlinks=False).st_mode
            path = prefix + entry.name
            if stat.S_ISDIR(mode):
                yield from _walk(Path(entry.path), f"{path}/")
            elif stat.S_ISREG(mode):
                yield path, Path(entry.path)
            else:
                kind = "a symbolic link" if stat.S_ISLNK(mode) else "neither a file nor a directory"
                raise PackageError(f"{path}: is {kind}; put a copy in its place")


def _sha256(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()
