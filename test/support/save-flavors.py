"""Saves a model of every flavor as MLflow does, and logs it, for test/flavors.test.ts.

Reads the cases from the file that CASES names, and writes what came of them beside it.
"""

import json
import logging
import os
import platform
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)

import cloudpickle
import lightgbm
import mlflow
import numpy as np
import onnx
import pandas as pd
import sklearn
import statsmodels
import statsmodels.api
import xgboost
from mlflow.models import infer_signature
from sklearn.linear_model import LogisticRegression

job = json.loads(Path(os.environ["CASES"]).read_text(encoding="utf-8"))
folder = Path(job["folder"])
mlflow.set_experiment(job["experiment"])

# Halves and quarters: sums of them are exact, and JSON keeps them.
table = pd.DataFrame({"visits": np.arange(40) * 0.5, "größe 📏": (np.arange(40) % 7) * 0.25})
labels = (table.sum(axis=1) > 11).astype(int)
rows = table.iloc[:3]
array = rows.to_numpy(dtype=np.float32)

LOADER = """
import json

class Weighted:
    def __init__(self, weight):
        self.weight = weight

    def predict(self, frame, params=None):
        return frame.sum(axis=1).to_numpy() * self.weight

def _load_pyfunc(path, model_config=None):
    with open(path) as file:
        return Weighted(json.load(file)["weight"] * model_config["scale"])
"""
SCRIPT = """
import json
import mlflow

class Weighted(mlflow.pyfunc.PythonModel):
    def load_context(self, context):
        with open(context.artifacts["weights"]) as file:
            self.weight = json.load(file)["weight"] * context.model_config["scale"]

    def predict(self, context, model_input, params=None):
        return model_input.sum(axis=1).to_numpy() * self.weight
"""
(folder / "weights.json").write_text('{"weight": 3}')
(folder / "script.py").write_text(SCRIPT + "\nmlflow.models.set_model(Weighted())\n")
(folder / "installed").mkdir()
(folder / "installed" / "installed_loader.py").write_text(LOADER)
(folder / "coded_loader.py").write_text(LOADER)
exec(SCRIPT)

value = onnx.helper.make_tensor_value_info
graph = onnx.helper.make_graph(
    [onnx.helper.make_node("Add", ["x", "x"], ["doubled"])],
    "double",
    [value("x", onnx.TensorProto.FLOAT, [None, 2])],
    [value("doubled", onnx.TensorProto.FLOAT, [None, 2])],
)
opset = onnx.helper.make_opsetid("", 13)
doubling = onnx.helper.make_model(graph, opset_imports=[opset], ir_version=8)

weighted = {
    "artifacts": {"weights": str(folder / "weights.json")},
    "model_config": {"scale": 2, "nested": {"größe": [1, None, "yes"]}},
}


def loader(case):
    name = "coded_loader" if case["code"] else "installed_loader"
    return {"loader_module": name, "data_path": str(folder / "weights.json")}


# What each flavor's `save_model` and `log_model` take, and what the model predicts from.
flavors = {
    "sklearn": (mlflow.sklearn, LogisticRegression().fit(table, labels), rows),
    "xgboost": (mlflow.xgboost, xgboost.XGBClassifier(n_estimators=2).fit(table.to_numpy(), labels), rows),
    "lightgbm": (mlflow.lightgbm, lightgbm.train({"verbose": -1}, lightgbm.Dataset(table.to_numpy(), label=labels), 2), rows),
    "onnx": (mlflow.onnx, doubling, array),
    "statsmodels": (mlflow.statsmodels, statsmodels.api.OLS(labels, table).fit(), rows),
    "python_function": (mlflow.pyfunc, loader, rows),
    "python_model": (mlflow.pyfunc, {"python_model": Weighted(), **weighted}, rows),
    "model_from_code": (mlflow.pyfunc, {"python_model": str(folder / "script.py"), **weighted}, rows),
}
model_argument = {"sklearn": "sk_model", "xgboost": "xgb_model", "lightgbm": "lgb_model", "onnx": "onnx_model", "statsmodels": "statsmodels_model"}


def to_example(data):
    """Writes data as the ProtoJSON of modelwire.registry.v1.Example."""
    if isinstance(data, pd.DataFrame):
        columns = [
            {"name": name, "dtype": str(column.dtype), "values": json.dumps(column.tolist())}
            for name, column in data.items()
        ]
        return {"table": {"columns": columns}}
    if isinstance(data, dict):
        return {"arrays": {"arrays": [{"name": name, **to_example(item)} for name, item in data.items()]}}
    data = np.asarray(data)
    return {"array": {"dtype": str(data.dtype), "shape": data.shape, "data": json.dumps(data.tolist())}}


def to_output(prediction, data):
    # Where inputs are columns, log_model takes a one-dimensional array for a column, too: a list.
    if isinstance(data, pd.DataFrame) and np.ndim(prediction) == 1:
        return {"json": json.dumps(np.asarray(prediction).tolist())}
    return to_example(prediction)


def to_lists(data):
    if isinstance(data, dict):
        return {name: to_lists(item) for name, item in data.items()}
    return np.asarray(data).tolist()


exec((Path(job["support"]) / "model-info.py").read_text())
import sys

sys.path.insert(0, str(folder / "installed"))
results = {}
for case in job["cases"]:
    module, model, data = flavors[case["flavor"]]
    arguments = {"pip_requirements": ["numpy"]}
    if case["flavor"] in model_argument:
        arguments[model_argument[case["flavor"]]] = model
    elif callable(model):
        arguments |= {**model(case), "model_config": weighted["model_config"]}
    else:
        arguments |= model
    if case["code"]:
        helper = folder / f"{case['helper']}.py"
        helper.write_text(f"CASE = {case['helper']!r}\n")
        arguments["code_paths"] = [str(helper), str(folder / "coded_loader.py")]
    plain = folder / case["id"]
    module.save_model(path=str(plain), **arguments)
    prediction = mlflow.pyfunc.load_model(str(plain)).predict(data)
    explicit = infer_signature(data, prediction) if case["signature"] == "explicit" else None
    logged = module.log_model(
        name=case["name"],
        signature=explicit,
        input_example=data if case["example"] else None,
        metadata=case["metadata"],
        **arguments,
    )
    results[case["id"]] = {
        "prediction": to_lists(prediction),
        "signature": explicit and explicit.to_dict(),
        "input": to_example(data),
        "output": to_output(prediction, data),
        "info": info_of(logged.model_uri),
    }
results["versions"] = {
    "python": platform.python_version(),
    "sklearn": sklearn.__version__,
    "xgboost": xgboost.__version__,
    "lightgbm": lightgbm.__version__,
    "onnx": onnx.__version__,
    "statsmodels": statsmodels.__version__,
    "cloudpickle": cloudpickle.__version__,
}
(folder / "saved.json").write_text(json.dumps(results))
