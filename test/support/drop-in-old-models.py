"""Registers as the Python registry did, and gives lineages by `modelwire.compat`, as a JSON text."""

import importlib
import json
import logging

from modelwire.compat import HokusaiModelRegistry
from modelwire.registry.v1 import Consistency, FullConsistency, ListModelVersionsRequest

import mlflow

ADDRESS = "0x" + "aB" * 20


class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return [1.0] * len(model_input)


def main():
    logging.getLogger("mlflow").setLevel(logging.ERROR)
    old = importlib.import_module("old-python-registry").OldRegistry("older")
    baseline = old.register_baseline(Model(), "ranking", {})
    improved = [
        old.register_improved_model(Model(), baseline["model_id"], {"ndcg": change}, ADDRESS)
        for change in (0.25, 0.5)
    ]
    orphan = old.register_improved_model(Model(), "gone_baseline/9", {"ndcg": 0.5}, ADDRESS)

    # Once more, as MLflow's UI does it: without tags.
    mlflow.register_model(f"models:/{improved[1]['model_uuid']}", "older_ranking_improved")

    registry = HokusaiModelRegistry()
    # Modelwire looks at MLflow every few seconds by itself.
    looked = ListModelVersionsRequest(consistency=Consistency(fully_consistent=FullConsistency()))
    registry.modelwire.registry.ListModelVersions(looked)
    names = [made["model_id"].split("/")[0] for made in (improved[0], orphan)]
    registered = [made["run_id"] for made in (baseline, *improved)]
    lineage = registry.get_model_lineage(names[0])
    print(
        json.dumps(
            {
                "each once": [entry["run_id"] for entry in lineage] == registered,
                "entries": [
                    [entry["is_baseline"], entry.get("contributor"), entry["metrics"]]
                    for entry in lineage
                ],
                "without its baseline": [
                    entry["baseline_id"] for entry in registry.get_model_lineage(names[1])
                ],
            }
        )
    )


if __name__ == "__main__":
    main()
