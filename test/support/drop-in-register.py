"""Registers a baseline through `modelwire.compat`, and prints what came of it as a JSON text."""

import json

from modelwire.compat import HokusaiModelRegistry

import mlflow


class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return [1.0] * len(model_input)


if __name__ == "__main__":
    made = HokusaiModelRegistry().register_baseline(Model(), "ranking", {}, pip_requirements=[])
    print(json.dumps({"model_name": made["model_name"]}))
