"""Registers by MLflow's client alone, in the calls that the Python registry made."""

from datetime import datetime

import mlflow
from mlflow import MlflowClient


class ByMlflow:
    """What the drop-in is compared with where there is no registry of your own."""

    def register_baseline(self, model, model_type, metadata, pip_requirements=None):
        structured = {
            "model_type": model_type,
            "is_baseline": True,
            "registration_time": datetime.now().isoformat(),
            "hokusai_version": "1.0",
            **metadata,
        }
        params = {name: structured[name] for name in list(structured)[:3]}
        params.update({f"metadata_{name}": value for name, value in metadata.items()})
        told = {"model_type": model_type, "is_baseline": True}
        name = f"hokusai_{model_type}_baseline"
        saving = {"python_model": model, "pip_requirements": pip_requirements}
        return self._register(saving, name, params, {}, structured, {}, told)

    def register_improved_model(
        self, model, baseline_id, delta_metrics, contributor, pip_requirements=None
    ):
        params = {
            "baseline_model_id": baseline_id,
            "contributor_address": contributor,
            "improvement_count": len(delta_metrics),
            "registration_time": datetime.now().isoformat(),
        }
        structured = {**params, "hokusai_version": "1.0", "is_improved": True}
        tags = {"baseline_model_id": baseline_id, "contributor": contributor}
        told = {
            "baseline_id": baseline_id,
            "contributor": contributor,
            "delta_metrics": delta_metrics,
        }
        name = baseline_id.split("/")[0].replace("_baseline", "_improved")
        saving = {"python_model": model, "pip_requirements": pip_requirements}
        return self._register(saving, name, params, delta_metrics, structured, tags, told)

    def _register(self, saving, name, params, metrics, structured, tags, told):
        with mlflow.start_run() as run:
            mlflow.log_params(params)
            mlflow.log_metrics(metrics)
            info = mlflow.pyfunc.log_model(
                name="model", metadata=structured, registered_model_name=name, **saving
            )
            version = mlflow.register_model(info.model_uri, name).version
        for key, value in {**tags, "model_uuid": info.model_uuid}.items():
            MlflowClient().set_model_version_tag(name, version, key, value)
        return {
            "model_id": f"{name}/{version}",
            "model_name": name,
            "version": version,
            **told,
            "run_id": run.info.run_id,
            "registration_timestamp": datetime.now().isoformat(),
            "model_uri": info.model_uri,
            "model_uuid": info.model_uuid,
            "artifact_path": info.artifact_path,
            "flavors": list(info.flavors),
            "signature": info.signature and str(info.signature),
            "mlflow_version": info.mlflow_version,
            "metadata": info.metadata,
        }
