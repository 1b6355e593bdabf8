import hashlib
import os
import threading
import tracemalloc
import uuid

import grpc
import pytest
from conftest import wait_until
from scripted_server import full, serve, unavailable

import modelwire
from modelwire import PackageError, error_details, list_package
from modelwire.registry.v1 import DeleteUploadRequest, ErrorReason, GetUploadRequest
from modelwire.uploads import _parts_of

MIB = 1024 * 1024


def write(folder, files):
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def test_files_are_listed_by_path_with_their_digests(tmp_path):
    write(tmp_path, {"b/c": b"2", "a": b"1", "b.txt": b"", ".DS_Store": b"x"})
    write(tmp_path, {"b/__pycache__/x.pyc": b"x", ".hidden": b"3"})
    files = list_package(tmp_path)
    assert [file.path for file in files] == [".hidden", "a", "b.txt", "b/c"]
    assert [file.size_bytes for file in files] == [1, 1, 0, 1]
    assert files[1].sha256 == hashlib.sha256(b"1").hexdigest()


def test_what_is_no_regular_file_is_refused_by_its_path(tmp_path):
    write(tmp_path, {"a": b"1"})
    (tmp_path / "link").symlink_to("a")
    with pytest.raises(PackageError, match=r"^link: is a symbolic link"):
        list_package(tmp_path)
    (tmp_path / "link").unlink()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PackageError, match=r"^pipe: is neither a file nor a directory"):
        list_package(tmp_path)


def test_a_directory_without_files_is_refused(tmp_path):
    with pytest.raises(PackageError, match="has no files"):
        list_package(tmp_path)
    with pytest.raises(FileNotFoundError):
        list_package(tmp_path / "nowhere")


def test_a_file_is_sent_in_constant_memory(tmp_path):
    with (tmp_path / "large").open("wb") as large:
        large.truncate(48 * MIB)
    [file] = list_package(tmp_path)
    tracemalloc.start()
    try:
        sizes = [len(part.chunk) for part in _parts_of(file, 5)]
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sum(sizes) == 48 * MIB - 5
    assert max(sizes) == MIB
    assert peak < 8 * MIB


def test_a_directory_is_uploaded_whole(client, tmp_path):
    content = os.urandom(2 * MIB + 7)
    write(tmp_path, {"notes.txt": b"of no model", "data/weights.bin": content, "empty": b""})
    told = []
    upload = client.upload_package(
        tmp_path, name="uploaded", on_progress=lambda *done: told.append(done)
    )
    assert {file.path: file.sha256 for file in upload.files} == {
        file.path: file.sha256 for file in list_package(tmp_path)
    }
    assert all(file.complete for file in upload.files)
    total = len(content) + 11
    assert told[0] == (0, total)
    assert told[-1] == (total, total)
    # The same again finds that nothing is missing.
    again = client.upload_package(tmp_path, upload_id=upload.upload_id)
    assert again.model_uuid == upload.model_uuid
    client.registry.DeleteUpload(DeleteUploadRequest(upload_id=upload.upload_id))


def test_an_upload_goes_on_after_its_connection_broke(client, proxy, tmp_path):
    write(tmp_path, {f"part-{i}": os.urandom(MIB) for i in range(8)})
    upload_id = str(uuid.uuid4())
    told = []
    told_before_cut = []
    proxy.hold_after(5 * MIB)

    def cut_when_something_is_stored():
        def is_stored():
            try:
                request = GetUploadRequest(upload_id=upload_id)
                files = client.registry.GetUpload(request).upload.files
            except grpc.RpcError as error:
                if error_details(error).reason == ErrorReason.ERROR_REASON_UPLOAD_NOT_FOUND:
                    return False
                raise
            return sum(file.complete for file in files) >= 2

        wait_until(is_stored)
        told_before_cut.append(len(told))
        proxy.cut()

    cutting = threading.Thread(target=cut_when_something_is_stored)
    cutting.start()
    with modelwire.connect(proxy.address) as through:
        upload = through.upload_package(
            tmp_path, upload_id=upload_id, on_progress=lambda done, _: told.append(done)
        )
    cutting.join()
    assert len(upload.files) == 8
    assert all(file.complete for file in upload.files)
    assert proxy.connections >= 2
    # What was stored was not sent again: a call that began anew would tell of less.
    assert min(told[told_before_cut[0] :]) >= 2 * MIB
    client.registry.DeleteUpload(DeleteUploadRequest(upload_id=upload_id))


def test_a_file_that_changes_meanwhile_is_told_by_its_path(client, tmp_path):
    write(tmp_path, {"first": b"1", "second": b"2"})

    def grow(done, _):
        (tmp_path / "second").write_bytes(b"longer than it was")

    with pytest.raises(PackageError, match=r"^second: was changed while it was uploaded"):
        client.upload_package(tmp_path, on_progress=grow)


def test_an_upload_goes_on_only_with_the_files_it_began_with(client, tmp_path):
    write(tmp_path, {"a": b"1"})
    upload = client.upload_package(tmp_path)
    write(tmp_path, {"a": b"2"})
    with pytest.raises(PackageError, match=r"^a: is not the file that the upload began with"):
        client.upload_package(tmp_path, upload_id=upload.upload_id)
    client.registry.DeleteUpload(DeleteUploadRequest(upload_id=upload.upload_id))


def test_an_upload_that_stands_still_ends(client, proxy, tmp_path):
    write(tmp_path, {"large": os.urandom(4 * MIB)})
    proxy.hold_after(MIB)
    with (
        modelwire.connect(proxy.address) as through,
        pytest.raises(TimeoutError, match="the upload stands still"),
    ):
        through.upload_package(tmp_path, stall_timeout=2)


def test_an_upload_goes_on_once_a_full_server_has_room(tmp_path):
    write(tmp_path, {"a": b"1"})
    with serve() as server, modelwire.connect(server.address) as through:
        server.failures = [full(0.01), unavailable(0.01)]
        through.upload_package(tmp_path)
        assert len(server.calls) == 3
        server.failures = [full()]
        with pytest.raises(grpc.RpcError) as raised:
            through.upload_package(tmp_path)
    assert error_details(raised.value).code == grpc.StatusCode.RESOURCE_EXHAUSTED


def test_a_call_that_is_cancelled_on_its_way_is_told_as_any_other(tmp_path):
    write(tmp_path, {"a": b"1"})
    with serve() as server, modelwire.connect(server.address) as through:
        server.failures = [(grpc.StatusCode.CANCELLED, b"")]
        with pytest.raises(grpc.RpcError) as raised:
            through.upload_package(tmp_path)
    assert error_details(raised.value).code == grpc.StatusCode.CANCELLED


def test_what_a_callback_raises_is_raised(client, tmp_path):
    write(tmp_path, {"a": b"1"})

    def refuse(done, total):
        if done == total:
            raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        client.upload_package(tmp_path, on_progress=refuse)
