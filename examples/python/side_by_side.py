"""Registers the same models through the old class and the new one, and lists what differs.

Both write to one MLflow, into the same registered models: take one for trials. `--old` names your
class, such as `pipeline.registry:HokusaiModelRegistry`; MLflow's own calls stand in for it.
"""

import argparse
import importlib
import inspect
import logging
import os
import re

import mlflow
import pandas as pd
from mlflow import MlflowClient

from modelwire.compat import HokusaiModelRegistry

ADDRESS = "0x742d35Cc6634C0532925a3b844Bc9e7595f0bEb1"
ROWS = pd.DataFrame({"site_visits": [1, 12]})


class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return [1.0] * len(model_input)


def what_came_of(registry) -> dict[str, object]:
    """Makes both registrations, and tells all that can be seen of them."""
    # To find out what the model needs takes MLflow most of the time: it is said where one can.
    can_say = "pip_requirements" in inspect.signature(registry.register_baseline).parameters
    needs = {"pip_requirements": []} if can_say else {}
    baseline = registry.register_baseline(Model(), "ranking", {"dataset": "leads"}, **needs)
    improved = registry.register_improved_model(
        Model(), baseline["model_id"], {"ndcg": 0.02}, ADDRESS, **needs
    )
    return {**seen("baseline", baseline), **seen("improved", improved)}


def seen(case: str, result: dict[str, object]) -> dict[str, object]:
    client = MlflowClient()
    run = client.get_run(result["run_id"]).data
    made = client.search_model_versions(f"name = '{result['model_name']}'")
    told = client.get_model_version(result["model_name"], result["version"])
    loaded = mlflow.pyfunc.load_model(f"models:/{result['model_id']}")
    return {
        **{f"{case}: result, {key}": normal(value) for key, value in result.items()},
        **{f"{case}: param {key}": normal(value) for key, value in run.params.items()},
        **{f"{case}: metric {key}": value for key, value in run.metrics.items()},
        **{f"{case}: tag {key}": normal(value) for key, value in told.tags.items()},
        f"{case}: versions made": sum(one.run_id == result["run_id"] for one in made),
        f"{case}: predicts": list(loaded.predict(ROWS)),
    }


def normal(value: object) -> str:
    """Takes out what is another one each time: ids, times, versions."""
    text = re.sub(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])", "<id>", str(value))
    text = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>", text)
    text = re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+", "<time>", text)
    return re.sub(r"(_baseline/|_improved/|^)\d+$|(?<=_baseline/)\d+", r"\1<version>", text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--old", metavar="MODULE:CLASS", default="by_mlflow:ByMlflow")
    module, _, name = parser.parse_args().old.partition(":")
    old_class = getattr(importlib.import_module(module), name)
    logging.getLogger("mlflow").setLevel(logging.ERROR)
    os.environ["MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT"] = "true"

    old, new = what_came_of(old_class()), what_came_of(HokusaiModelRegistry())
    differ = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    print(f"{len({**old, **new}) - len(differ)} are the same, {len(differ)} differ")
    for key in differ:
        print(f"{key}: {old.get(key, 'none')} -> {new.get(key, 'none')}")


if __name__ == "__main__":
    main()
