import json
import time

from fastapi.testclient import TestClient
from receiver import MAX_BODY_BYTES, create_app
from signing import SECRET, signed

BODY = json.dumps({"data": {"eventId": "evt_1", "type": "EVENT_TYPE_MODEL_DELETED"}}).encode()


def test_a_genuine_event_is_handled_once_however_often_it_arrives():
    handled = []
    client = TestClient(create_app([SECRET], handled.append))
    headers, body = signed(BODY, int(time.time()))
    for _ in range(2):
        assert client.post("/webhooks", headers=headers, content=body).status_code == 204
    assert [event.event_id for event in handled] == ["evt_1"]


def test_a_body_that_is_larger_than_any_event_is_refused():
    client = TestClient(create_app([SECRET], lambda event: None))
    body = bytes(MAX_BODY_BYTES + 1)
    assert client.post("/webhooks", content=body).status_code == 413


def test_what_is_not_genuine_is_answered_with_its_reason():
    handled = []
    client = TestClient(create_app([SECRET], handled.append))
    headers, body = signed(BODY, int(time.time()))
    answer = client.post("/webhooks", headers=headers, content=body + b" ")
    assert answer.status_code == 401
    assert answer.json() == {"reason": "WRONG_SIGNATURE"}
    assert not handled
