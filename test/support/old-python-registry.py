"""Registers as the Python registry did that Modelwire takes the place of: two versions each time."""

from datetime import datetime

import mlflow
from mlflow import MlflowClient


class OldRegistry:
    def __init__(self, prefix):
        self.prefix = prefix
        self.client = MlflowClient()

    def register_baseline(self, model, model_type, metadata, **more):
        known = {"model_type": model_type, "is_baseline": True}
        return self._register(
            model,
            f"{self.prefix}_{model_type}_baseline",
            params={**known, **{f"metadata_{key}": value for key, value in metadata.items()}},
            metrics={},
            metadata={**known, **metadata},
            tags={},
            **more,
        )

    def register_improved_model(self, model, baseline_id, delta_metrics, contributor):
        named = {"baseline_model_id": baseline_id, "contributor_address": contributor}
        count = len(delta_metrics)
        return self._register(
            model,
            baseline_id.split("/")[0].replace("_baseline", "_improved"),
            params={**named, "improvement_count": count},
            metrics=delta_metrics,
            metadata={**named, "improvement_count": count, "is_improved": True},
            tags={"baseline_model_id": baseline_id, "contributor": contributor},
        )

    def _register(self, model, name, params, metrics, metadata, tags, **more):
        with mlflow.start_run() as run:
            now = datetime.now().isoformat()
            mlflow.log_params({**params, "registration_time": now})
            if metrics:
                mlflow.log_metrics(metrics)
            info = mlflow.pyfunc.log_model(
                name="model",
                python_model=model,
                metadata={**metadata, "registration_time": now},
                # Makes the first version, which nobody tells of.
                registered_model_name=name,
                **{"pip_requirements": [], **more},
            )
            version = mlflow.register_model(info.model_uri, name)
        for key, value in {**tags, "model_uuid": info.model_uuid}.items():
            self.client.set_model_version_tag(name, version.version, key, value)
        return {
            "model_id": f"{name}/{version.version}",
            "model_uuid": info.model_uuid,
            "run_id": run.info.run_id,
        }
