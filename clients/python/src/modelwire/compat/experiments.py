"""The experiment that a program has set in MLflow."""

from __future__ import annotations

import mlflow
from mlflow.environment_variables import MLFLOW_EXPERIMENT_ID, MLFLOW_EXPERIMENT_NAME


def experiment_of_caller() -> str | None:
    """Gives the name of the experiment that a program has set.

    What `mlflow.set_experiment` was told counts before the name in the environment: it is the
    environment's id.
    """
    experiment_id = MLFLOW_EXPERIMENT_ID.get()
    name: str | None = (
        mlflow.get_experiment(experiment_id).name if experiment_id else MLFLOW_EXPERIMENT_NAME.get()
    )
    return name or None
