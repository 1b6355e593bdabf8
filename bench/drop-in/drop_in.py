"""Times registrations through the drop-in and through MLflow's client; prints JSON."""

import json
import logging
import os
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
from modelwire.compat import HokusaiModelRegistry

import mlflow

TABLE = pd.DataFrame({"age": [30, 40], "income": [1.5, 2.5], "name": ["a", "b"]})


class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return [1.0] * len(model_input)


def save(**more):
    with tempfile.TemporaryDirectory() as folder:
        mlflow.pyfunc.save_model(Path(folder) / "model", python_model=Model(), **more)


def register_by_mlflow(**more):
    """What the Python registry did: two versions, the second of which it told."""
    with mlflow.start_run():
        info = mlflow.pyfunc.log_model(
            name="model", python_model=Model(), registered_model_name="bench-mlflow", **more
        )
        mlflow.register_model(info.model_uri, "bench-mlflow")


def main():
    logging.getLogger("mlflow").setLevel(logging.ERROR)
    registry = HokusaiModelRegistry(os.environ["MLFLOW_TRACKING_URI"])

    def register(**more):
        registry.register_baseline(Model(), "ranking", {"dataset": "leads"}, **more)

    sides = {"drop-in": register, "python": register_by_mlflow, "save_model alone": save}
    kinds = {
        "requirements inferred": {},
        "requirements inferred, input example": {"input_example": TABLE},
        "requirements given": {"pip_requirements": []},
    }
    times = {}
    for round_ in range(1 + int(sys.argv[1])):
        for kind, more in kinds.items():
            # Side by side in time, so that what slows one slows all.
            for side, call in sides.items():
                began = time.perf_counter()
                call(**more)
                if round_ > 0:
                    taken = (time.perf_counter() - began) * 1000
                    times.setdefault(kind, {}).setdefault(side, []).append(taken)
    print(json.dumps(times))


if __name__ == "__main__":
    main()
