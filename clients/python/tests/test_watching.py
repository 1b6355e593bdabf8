import threading
import uuid

import grpc
import pytest
from conftest import wait_until
from google.rpc.error_details_pb2 import ErrorInfo
from scripted_server import failure, full, serve

import modelwire
from modelwire import error_details
from modelwire.event.v1 import Event, EventFilter, WatchEventsResponse
from modelwire.registry.v1 import ErrorReason


@pytest.fixture
def name():
    return f"python-watched-{uuid.uuid4()}"


def of(name):
    return EventFilter(model_name=name)


def test_a_watch_gives_what_is_committed_after_it_began(client, register, name):
    with client.watch_events(filter=of(name)) as watching:
        made = register(name)
        cursor, event = next(watching)
    assert event.model_registered.registration.model_id == made.model_id
    # A cursor goes on after its event.
    again = register(name)
    with client.watch_events(cursor=cursor, filter=of(name)) as watching:
        assert next(watching).event.model_registered.registration.model_id == again.model_id


def test_a_watch_goes_on_when_its_connection_breaks(proxy, register, name):
    with (
        modelwire.connect(proxy.address) as through,
        through.watch_events(filter=of(name)) as watching,
    ):
        register(name)
        assert next(watching).event.sequence == 1
        proxy.cut()
        register(name)
        assert next(watching).event.sequence == 2
        proxy.down()
        register(name)
        coming = []
        waiting = threading.Thread(target=lambda: coming.append(next(watching)))
        waiting.start()
        proxy.up()
        waiting.join()
        assert [event.sequence for _, event in coming] == [3]


def checkpoint(cursor):
    return WatchEventsResponse(cursor=cursor)


def test_a_watch_goes_on_where_the_server_is_silent_or_a_proxy_loses_the_stream():
    silent_is_over = threading.Event()

    def lost(context):
        yield checkpoint("c0")
        context.abort(grpc.StatusCode.INTERNAL, "Received RST_STREAM with error code 2")

    def silent(context):
        context.add_callback(silent_is_over.set)
        yield checkpoint("c1")
        silent_is_over.wait()

    def last(context):
        yield WatchEventsResponse(cursor="c2", event=Event(event_id="evt_2"))

    with serve() as server, modelwire.connect(server.address) as through:
        server.watches = [lost, silent, last]
        with through.watch_events(checkpoint_interval=1) as watching:
            assert next(watching) == ("c2", Event(event_id="evt_2"))
    assert [request.cursor for request, _, _ in server.calls] == ["", "c0", "c1"]


def test_a_watch_begins_and_goes_on_once_a_full_server_has_room():
    def wait(context):
        code, details = full(0.01)
        context.set_trailing_metadata((("grpc-status-details-bin", details),))
        context.abort(code, "it failed")
        yield

    def begin(context):
        yield checkpoint("c0")

    def last(context):
        yield WatchEventsResponse(cursor="c2", event=Event(event_id="evt_2"))

    with serve() as server, modelwire.connect(server.address) as through:
        server.watches = [wait, begin, wait, last]
        with through.watch_events() as watching:
            assert next(watching) == ("c2", Event(event_id="evt_2"))
    assert [request.cursor for request, _, _ in server.calls] == ["", "", "c0", "c0"]


def test_a_failure_that_modelwire_gives_a_reason_for_ends_a_watch():
    def refuse(context):
        yield checkpoint("c0")
        reason = ErrorInfo(reason="INTERNAL_ERROR", domain="modelwire")
        code, details = failure(grpc.StatusCode.INTERNAL, reason)
        context.set_trailing_metadata((("grpc-status-details-bin", details),))
        context.abort(code, "it failed")

    with serve() as server, modelwire.connect(server.address) as through:
        server.watches = [refuse]
        with through.watch_events() as watching, pytest.raises(grpc.RpcError) as raised:
            next(watching)
    assert error_details(raised.value).reason_name == "INTERNAL_ERROR"


def test_nothing_of_a_watch_is_left_when_it_is_closed(client, name):
    before = threading.active_count()
    with client.watch_events(filter=of(name)):
        pass
    wait_until(lambda: threading.active_count() <= before)


def test_a_watch_that_is_closed_ends_for_who_waits(client, name):
    watching = client.watch_events(filter=of(name))
    ended = threading.Thread(target=lambda: list(watching))
    ended.start()
    watching.close()
    ended.join()
    with pytest.raises(StopIteration):
        next(watching)


def test_a_cursor_that_is_none_is_told(client):
    with pytest.raises(grpc.RpcError) as raised:
        client.watch_events(cursor="nowhere")
    details = error_details(raised.value)
    assert details.reason == ErrorReason.ERROR_REASON_INVALID_FIELD
    assert list(details.field_violations) == ["cursor"]


def test_a_server_that_is_not_there_is_told(proxy):
    proxy.down()
    with (
        modelwire.connect(proxy.address, timeout=5) as through,
        pytest.raises(grpc.RpcError) as raised,
    ):
        through.watch_events()
    proxy.up()
    assert error_details(raised.value).code == grpc.StatusCode.UNAVAILABLE
