"""Registers a model as Python callers do, once for each line on standard input.

A line is JSON, `{"directory": …, "name": …}`: a directory of data files, and the name of the
registered model. The answer is a line of JSON with the milliseconds of `log_model`,
`register_model` and both. Requirements are given, so that none are inferred.
"""

import json
import sys
import time

import mlflow

for line in sys.stdin:
    case = json.loads(line)
    began = time.perf_counter()
    with mlflow.start_run():
        info = mlflow.pyfunc.log_model(
            name="model",
            loader_module="bench_loader",
            data_path=case["directory"],
            pip_requirements=[],
        )
    logged = time.perf_counter()
    version = mlflow.register_model(info.model_uri, case["name"])
    ended = time.perf_counter()
    assert version.status == "READY", version
    answer = {"logMs": (logged - began) * 1000, "totalMs": (ended - began) * 1000}
    print(json.dumps(answer), flush=True)
