import threading
import uuid

import grpc
import pytest

import modelwire
from modelwire import error_details
from modelwire.event.v1 import EventFilter
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
