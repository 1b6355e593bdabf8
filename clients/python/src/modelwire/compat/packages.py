"""Models as MLflow saves them, sent to be registered."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import grpc
import mlflow

from modelwire.client import Client
from modelwire.compat.failures import is_refused, is_too_large
from modelwire.registry.v1 import (
    DeleteUploadRequest,
    InlineFile,
    InlinePackage,
    RegisterBaselineRequest,
    RegisterImprovedModelRequest,
    UploadedPackage,
)
from modelwire.uploads import list_package

_Request = TypeVar("_Request", RegisterBaselineRequest, RegisterImprovedModelRequest)
_Answer = TypeVar("_Answer")

# Well below the limit of a server that nobody has given another.
_INLINE_BYTES = 1024 * 1024


@contextmanager
def saved_model(
    model: Any,
    metadata: dict[str, Any],
    signature: Any,
    input_example: Any,
    code_paths: list[str] | None,
    pip_requirements: list[str] | str | None,
) -> Iterator[Path]:
    """Saves a model as MLflow does, in a directory that is there for as long as it is used."""
    with tempfile.TemporaryDirectory(prefix="modelwire-") as folder:
        directory = Path(folder) / "model"
        mlflow.pyfunc.save_model(
            directory,
            python_model=model,
            signature=signature,
            input_example=input_example,
            code_paths=code_paths,
            pip_requirements=pip_requirements,
            metadata=metadata,
        )
        yield directory


def register(
    client: Client, call: Callable[[_Request], _Answer], request: _Request, directory: Path
) -> _Answer:
    """Registers a directory: its files go with the request, or are uploaded before."""
    package = _inline(directory)
    if package:
        request.package.CopyFrom(package)
        try:
            return call(request)
        except grpc.RpcError as error:
            if not is_too_large(error):
                raise
    experiment_name = request.experiment_name or None
    with _uploaded(client, directory, experiment_name) as uploaded:
        request.uploaded_package.CopyFrom(uploaded)
        # An upload has its own, and the site's can no longer be taken from the request's.
        request.ClearField("experiment_name")
        if experiment_name and request.HasField("site_binding"):
            request.site_binding.experiment_name = (
                request.site_binding.experiment_name or experiment_name
            )
        return call(request)


def _inline(directory: Path) -> InlinePackage | None:
    """Reads the files of a directory; None where they are more than goes with a request."""
    sizes = [file.stat().st_size for file in directory.rglob("*") if file.is_file()]
    if sum(sizes) > _INLINE_BYTES:
        return None
    files = [
        InlineFile(path=file.path, content=file.file.read_bytes(), sha256=file.sha256)
        for file in list_package(directory)
    ]
    return InlinePackage(files=files)


@contextmanager
def _uploaded(
    client: Client, directory: Path, experiment_name: str | None
) -> Iterator[UploadedPackage]:
    """Uploads a directory, and deletes the upload where its registration is refused."""
    upload_id = client.upload_package(directory, experiment_name=experiment_name).upload_id
    try:
        yield UploadedPackage(upload_id=upload_id)
    except grpc.RpcError as error:
        if is_refused(error):
            # Where this fails too, the upload expires.
            with suppress(grpc.RpcError):
                client.registry.DeleteUpload(DeleteUploadRequest(upload_id=upload_id))
        raise
