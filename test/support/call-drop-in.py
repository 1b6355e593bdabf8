"""Makes recorded calls of the Python registry through `modelwire.compat`.

Takes a JSON text with `calls` and `elsewhere`, an address where nobody serves, on its standard
input; gives a list with what each call came to: `result` and `result_types` or `raises`, and after
a registration `mlflow_after`, as MLflow's own client sees it.
"""

import json
import math
import os
import sys
import tempfile
from pathlib import Path

import pandas as pd
from mlflow.models import ModelSignature
from modelwire.compat import HokusaiModelRegistry

import mlflow
from mlflow import MlflowClient


class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return [1.0] * len(model_input)


def halved(model_id):
    """Each registration made two versions, of which the second was told."""
    name, slash, version = model_id.rpartition("/")
    return f"{name}/{math.ceil(int(version) / 2)}" if slash else model_id


def arguments_of(given, uuids, folder):
    made = {}
    for name, value in given.items():
        if name == "model":
            made[name] = value and Model()
        elif name == "signature":
            made[name] = ModelSignature.from_dict(value["signature"])
        elif name == "input_example":
            made[name] = pd.DataFrame(**value["dataframe_split"])
        elif name == "code_paths":
            made[name] = [str(folder / path) for path in value]
        elif name == "model_uuid":
            made[name] = uuids.get(value, value)
        elif name in ("baseline_id", "model_id"):
            made[name] = halved(value)
        elif name == "version":
            made[name] = halved(f"/{value}")[1:]
        else:
            made[name] = value
    return made


def mlflow_after(result):
    client = MlflowClient()
    run = client.get_run(result["run_id"]).data
    versions = client.search_model_versions(f"name = '{result['model_name']}'")
    return {
        "run_params": run.params,
        "run_metrics": run.metrics,
        "versions": [
            {
                "version": str(version.version),
                "run_id": version.run_id,
                "source": version.source,
                "tags": dict(version.tags),
                "stage": version.current_stage,
            }
            for version in versions
        ],
    }


def shown(value):
    """Shows what JSON has no word for."""
    if isinstance(value, pd.Timestamp):
        return {"python_type": "Timestamp", "string": str(value)}
    raise TypeError(type(value))


def types_of(result):
    if isinstance(result, dict):
        return {name: type(value).__name__ for name, value in result.items()}
    return type(result).__name__


def call(registry, recorded, uuids, folder):
    method = getattr(registry, recorded["method"])
    try:
        arguments = arguments_of(recorded["arguments"], uuids, folder)
        if "model" in arguments and uuids:
            # Once as it was recorded: after that, what takes longest is left out.
            arguments["pip_requirements"] = []
        result = method(**arguments)
    except Exception as error:
        return {"raises": {"class": type(error).__name__, "message": str(error)}}
    answer = {"result": result, "result_types": types_of(result)}
    if recorded["method"].startswith("register_"):
        answer["mlflow_after"] = mlflow_after(result)
        if "result" in recorded:
            uuids[recorded["result"]["model_uuid"]] = result["model_uuid"]
    return answer


def main():
    asked = json.load(sys.stdin)
    uuids = {}
    registry = HokusaiModelRegistry(os.environ["MLFLOW_TRACKING_URI"])
    away = HokusaiModelRegistry(modelwire_url=asked["elsewhere"])
    answers = []
    with tempfile.TemporaryDirectory() as folder:
        code = Path(folder) / "code" / "mypkg"
        code.mkdir(parents=True)
        (code / "__init__.py").write_text("ONE = 1.0")
        for recorded in asked["calls"]:
            used = away if recorded["case"].endswith("server away") else registry
            answers.append(call(used, recorded, uuids, Path(folder)))
    print(json.dumps(answers, default=shown))


if __name__ == "__main__":
    main()
