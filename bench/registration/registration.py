"""Registers the same model in each way, the ways taking turns; prints JSON with what each took.

The case is JSON on the command line: `bytes` that the model holds besides its code, `inferred`
(whether MLflow finds out what it requires), `webhook` (where the Python registry's way tells of
the registration; else null), `rounds` and `warmUp`. Of each way and round there are `totalMs`, and
`saveMs`: how much of it MLflow's `save_model` was, which is in all of them.
"""

import hashlib
import hmac
import json
import logging
import os
import platform
import runpy
import sys
import tempfile
import time
import uuid
from pathlib import Path

import requests
from modelwire import connect
from modelwire.compat import HokusaiModelRegistry
from modelwire.registry.v1 import (
    InlineFile,
    InlinePackage,
    RegisterBaselineRequest,
    UploadedPackage,
)
from modelwire.uploads import list_package

import mlflow

METADATA = {"dataset": "leads", "rows": 1000}
INLINE_BYTES = 4 * 1024 * 1024
SECRET = b"a secret of the receiver"
SUPPORT = Path(__file__).parent / "../../test/support"

case = json.loads(sys.argv[1])
requirements = {"pip_requirements": None if case["inferred"] else []}


class Model(mlflow.pyfunc.PythonModel):
    def __init__(self):
        self.weights = os.urandom(case["bytes"])

    def predict(self, context, model_input, params=None):
        return [1.0] * len(model_input)


class Stopwatch:
    """Measures how long MLflow saves, whoever calls it."""

    def __init__(self):
        self.seconds = 0.0
        self._save = mlflow.pyfunc.save_model
        mlflow.pyfunc.save_model = self._measured

    def _measured(self, *args, **more):
        began = time.perf_counter()
        try:
            return self._save(*args, **more)
        finally:
            self.seconds += time.perf_counter() - began


def tell_site(told):
    """Posts as the Python registry did, which waited for the answer."""
    body = json.dumps(told, separators=(",", ":")).encode()
    signature = hmac.new(SECRET, body, hashlib.sha256).hexdigest()
    headers = {
        "Content-Type": "application/json",
        "X-Hokusai-Signature": f"sha256={signature}",
        "X-Hokusai-Idempotency-Key": str(uuid.uuid4()),
    }
    requests.post(case["webhook"], data=body, headers=headers, timeout=30).raise_for_status()


def by_python_registry(model):
    told = old_registry.register_baseline(model, "ranking", METADATA, **requirements)
    if case["webhook"]:
        tell_site(told)


def by_drop_in(model):
    drop_in.register_baseline(model, "ranking", METADATA, **requirements)


def by_typed_client(model):
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder) / "model"
        mlflow.pyfunc.save_model(
            directory, python_model=model, metadata=METADATA, **requirements
        )
        client.registry.RegisterBaseline(
            RegisterBaselineRequest(
                model_type="ranking", model_name="typed_ranking_baseline", **packed(directory)
            ),
            timeout=300,
        )


def packed(directory):
    """Gives the files with the request where they are small, and uploads them where not."""
    if case["bytes"] > INLINE_BYTES:
        upload = client.upload_package(directory)
        return {"uploaded_package": UploadedPackage(upload_id=upload.upload_id)}
    files = [
        InlineFile(path=file.path, content=file.file.read_bytes(), sha256=file.sha256)
        for file in list_package(directory)
    ]
    return {"package": InlinePackage(files=files)}


logging.getLogger("mlflow").setLevel(logging.ERROR)
old_registry = runpy.run_path(str(SUPPORT / "old-python-registry.py"))["OldRegistry"]("before")
drop_in = HokusaiModelRegistry(os.environ["MLFLOW_TRACKING_URI"])
client = connect(os.environ["MODELWIRE_GRPC"])
stopwatch = Stopwatch()
ways = {"before": by_python_registry, "dropIn": by_drop_in, "typed": by_typed_client}
times = {way: {"totalMs": [], "saveMs": []} for way in ways}
model = Model()
for turn in range(case["warmUp"] + case["rounds"]):
    # Each is first as often as the others: what one leaves to be done must not always meet the same.
    first = turn % len(ways)
    for way in [*list(ways)[first:], *list(ways)[:first]]:
        stopwatch.seconds = 0.0
        began = time.perf_counter()
        ways[way](model)
        total = time.perf_counter() - began
        if turn >= case["warmUp"]:
            times[way]["totalMs"].append(total * 1000)
            times[way]["saveMs"].append(stopwatch.seconds * 1000)
print(json.dumps({"python": platform.python_version(), "times": times}))
