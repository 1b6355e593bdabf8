"""Tells what `modelwire.compat` leaves behind besides what it registers, as a JSON text."""

import json
import os
import tempfile
import uuid
from pathlib import Path

import numpy as np
from modelwire.compat import HokusaiModelRegistry
from modelwire.registry.v1 import GetModelByUuidRequest, SiteBinding

import mlflow
from mlflow import MlflowClient

ADDRESS = "0x" + "aB" * 20


class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return [1.0] * len(model_input)


def raised_by(call):
    try:
        call()
    except Exception as error:
        return type(error).__name__
    return None


def held(client, experiment):
    """Counts what MLflow has in an experiment."""
    return {
        "runs": len(client.search_runs([experiment.experiment_id])),
        "models": len(client.search_logged_models([experiment.experiment_id])),
    }


def main():
    registry = HokusaiModelRegistry()
    client = MlflowClient()
    told = {}

    experiment = mlflow.set_experiment("somebody's own")
    with mlflow.start_run() as run, tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        baseline = registry.register_baseline(Model(), "ranking", {}, pip_requirements=[])
        binding = SiteBinding(
            token_symbol="LSCOR", metric_name="ndcg", baseline_value=0.25, current_value=0.75
        )
        improved = registry.register_improved_model(
            Model(),
            baseline["model_id"],
            {"ndcg": np.float32(0.5)},
            ADDRESS,
            pip_requirements=[],
            site_binding=binding,
        )
        of_the_call = f"named by the call {uuid.uuid4()}"
        elsewhere = registry.register_baseline(
            Model(), "ranking", {}, pip_requirements=[], experiment_name=of_the_call
        )
        before = held(client, experiment)
        told["refused"] = raised_by(
            lambda: registry.register_improved_model(
                Model(), "nothing_baseline/1", {}, ADDRESS, pip_requirements=[]
            )
        )
        told["no model"] = raised_by(lambda: registry.register_baseline(5, "ranking", {}))
        told["left of what was refused"] = {
            name: count - before[name] for name, count in held(client, experiment).items()
        }
        tempfile.tempdir = None
        told["temporary files"] = [path.name for path in Path(folder).iterdir()]
        active = mlflow.active_run()
        told["run is active"] = active is not None and active.info.run_id == run.info.run_id
    data = client.get_run(run.info.run_id).data
    told["written to the active run"] = [*data.params, *data.metrics]
    told["registered in its experiment"] = [
        client.get_run(made["run_id"]).info.experiment_id == experiment.experiment_id
        for made in (baseline, improved, elsewhere)
    ]
    named = client.get_experiment_by_name(of_the_call)
    told["registered in the one of the call"] = held(client, named)
    asked = GetModelByUuidRequest(model_uuid=improved["model_uuid"])
    found = registry.modelwire.registry.GetModelByUuid(asked).registration
    told["site"] = [found.site_binding.token_symbol, found.site_binding.experiment_name]
    made = mlflow.start_run()
    told["experiment"] = made.info.experiment_id == experiment.experiment_id
    mlflow.end_run()
    told["metrics"] = dict(client.get_run(improved["run_id"]).data.metrics)
    told["tracking uri"] = registry.tracking_uri == os.environ["MLFLOW_TRACKING_URI"]
    print(json.dumps(told))


if __name__ == "__main__":
    main()
