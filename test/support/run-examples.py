"""Runs examples of the reference with the Python client: a line of JSON each, answered by one."""

import json
import sys
import traceback

import modelwire
from google.protobuf.json_format import MessageToDict

with modelwire.connect(sys.argv[1]) as client:
    for line in sys.stdin:
        answers = []
        try:
            exec(json.loads(line)["code"], {"client": client, "print": answers.append})
            result = {"answers": [MessageToDict(answer) for answer in answers]}
        except Exception:
            result = {"error": traceback.format_exc()}
        print(json.dumps(result), flush=True)
