import json
from pathlib import Path

from google.protobuf import json_format

from modelwire.event.v1 import Event, EventType

GOLDEN = Path(__file__).parents[3] / "contract" / "golden"
FOLDERS = sorted(found.parent for found in GOLDEN.glob("*/*/standard.json"))


def test_there_are_golden_payloads():
    assert FOLDERS


def test_every_released_payload_is_an_event_and_the_same_in_json_and_binary():
    for folder in FOLDERS:
        body = json.loads((folder / "standard.json").read_text(encoding="utf-8"))
        # Nothing in it is unknown here: no release's fields are ever taken away.
        from_json = json_format.ParseDict(body["data"], Event())
        assert from_json.event_id == body["id"], folder
        assert from_json.type != EventType.EVENT_TYPE_UNSPECIFIED, folder
        assert Event.FromString(from_json.SerializeToString()) == from_json, folder
        # Not every release has sent binary bodies.
        binary = folder / "protobuf.binpb"
        if binary.exists():
            assert Event.FromString(binary.read_bytes()) == from_json, folder
