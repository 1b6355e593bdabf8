"""Loads what was registered as any consumer of MLflow does, for test/flavors.test.ts."""

import importlib
import json
import logging
import os
import sys
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)

import mlflow
import numpy as np
import pandas as pd
from mlflow.utils.environment import _PythonEnv

job = json.loads(Path(os.environ["CASES"]).read_text(encoding="utf-8"))
folder = Path(job["folder"])
exec((Path(job["support"]) / "model-info.py").read_text())
sys.path.insert(0, str(folder / "installed"))
before = set(sys.path), set(sys.modules)


def from_example(example):
    if "table" in example:
        columns = example["table"]["columns"]
        return pd.DataFrame({c["name"]: np.array(json.loads(c["values"]), c["dtype"]) for c in columns})
    return np.array(json.loads(example["array"]["data"]), example["array"]["dtype"])


def to_lists(data):
    if isinstance(data, dict):
        return {name: to_lists(item) for name, item in data.items()}
    return np.asarray(data).tolist()


def environment_of(path):
    """Says what MLflow would install."""
    conda = _PythonEnv.from_conda_yaml(path / "conda.yaml").to_dict()
    virtualenv = _PythonEnv.from_yaml(path / "python_env.yaml").to_dict()
    requirements = (path / "requirements.txt").read_text().split("\n")
    return {
        "python": [conda["python"], virtualenv["python"]],
        "dependencies": [conda["dependencies"], virtualenv["dependencies"], requirements],
    }


loaded = {}
for case in job["cases"]:
    uri = f"models:/{case['name']}/{case['version']}"
    package = folder / "loaded" / case["id"]
    package.mkdir(parents=True)
    model = mlflow.pyfunc.load_model(uri, dst_path=str(package))
    prediction = model.predict(from_example(case["input"]))
    helper = importlib.import_module(case["helper"]).CASE if case["code"] else None
    # The next model's code has to come from its own package.
    sys.path[:] = [path for path in sys.path if path in before[0]]
    sys.modules.pop("coded_loader", None)
    loaded[case["id"]] = {
        "prediction": to_lists(prediction),
        "helper": helper,
        "info": info_of(uri),
        "environment": environment_of(package),
    }
(folder / "loaded.json").write_text(json.dumps(loaded))
