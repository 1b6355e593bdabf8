"""Fills an MLflow before Modelwire sees it, for test/first-sight.test.ts, and says what is where."""

import json
import logging
import os
import tempfile
import uuid
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)

import mlflow
import yaml
from mlflow import MlflowClient
from mlflow.models import infer_signature

exec((Path(os.environ["SUPPORT"]) / "old-python-registry.py").read_text())
client = MlflowClient()


class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return [1.0] * len(model_input)


def log_model(**more):
    return mlflow.pyfunc.log_model(name="model", python_model=Model(), pip_requirements=[], **more)


# By MLflow's own client: several versions, one of them deleted, one model registered twice.
with mlflow.start_run():
    first = log_model(registered_model_name="churn", params={"depth": 3})
    mlflow.log_metric("auc", 0.75, model_id=first.model_id)
with mlflow.start_run():
    second = log_model(registered_model_name="churn")
    third = log_model(registered_model_name="churn", signature=infer_signature([1.5], [1.0]))
mlflow.register_model(third.model_uri, "churn", tags={"again": "yes"})
client.update_registered_model("churn", "who leaves")
client.set_registered_model_tag("churn", "team", "growth")
client.update_model_version("churn", "1", "the first\n“one”")
client.set_model_version_tag("churn", "1", "note", "größe = 12\n'quoted'")
client.set_model_version_tag("churn", "1", "empty", "")
client.set_model_version_tag("churn", "1", "model_type", "classification")
client.transition_model_version_stage("churn", "1", "Production")
client.set_registered_model_alias("churn", "champion", "1")
client.set_registered_model_alias("churn", "stable", "1")
client.set_registered_model_alias("churn", "challenger", "4")
client.set_registered_model_alias("churn", "lost", "2")
client.delete_model_version("churn", "2")
uuids = {"churn/1": first.model_uuid, "churn/3": third.model_uuid, "churn/4": third.model_uuid}
gone = {"churn/2": second.model_uuid}

# Without a run; a copy of it under another name; one whose logged model was deleted.
alone = log_model(registered_model_name="größe 模型")
uuids["größe 模型/1"] = alone.model_uuid
client.copy_model_version("models:/größe 模型/1", "copied")
uuids["copied/1"] = alone.model_uuid
orphan = log_model(registered_model_name="orphan")
client.delete_logged_model(orphan.model_id)

# What is no model, has no versions, or is gone whole.
client.create_registered_model("empty", {"team": "risk"}, "nothing yet")
mlflow.genai.register_prompt(name="greeting", template="Hello {{name}}")
dropped = log_model(registered_model_name="dropped")
client.delete_registered_model("dropped")
gone["dropped/1"] = dropped.model_uuid


def log_as_mlflow_2(**more):
    """Logs a model below the artifacts of its run; its uuid stands in its MLmodel file alone."""
    with mlflow.start_run() as run, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        mlflow.pyfunc.save_model(path, python_model=Model(), pip_requirements=[])
        mlmodel = yaml.safe_load((path / "MLmodel").read_text())
        of_run = {"run_id": run.info.run_id, "artifact_path": "model", "mlflow_version": "2.9.2"}
        mlmodel.update(model_uuid=uuid.uuid4().hex, model_id=None, **of_run, **more)
        (path / "MLmodel").write_text(yaml.safe_dump(mlmodel))
        mlflow.log_artifacts(path, "model")
    return run, mlmodel["model_uuid"]


def register(name, run, path="model", uri=None, **more):
    source = uri or f"{run.info.artifact_uri}/{path}"
    return client.create_model_version(name, source, run.info.run_id, **more).version


# As MLflow 2 did: by the place of the files, by the run's name for it, and the same model again.
for name in ("legacy", "legacy_improved", "unreadable"):
    client.create_registered_model(name)
run, uuid_of_run = log_as_mlflow_2()
register("legacy", run, tags={"model_uuid": uuid_of_run}, run_link="https://example.org/run")
register("legacy", run)
uuids["legacy/1"] = uuids["legacy/2"] = uuid_of_run
run, uuids["legacy/3"] = log_as_mlflow_2(metadata={"model_type": "ranking", "is_baseline": True})
register("legacy", run, uri=f"runs:/{run.info.run_id}/model")
run, uuids["legacy/4"] = log_as_mlflow_2()
register("legacy", run)
# An improvement of it, by a name that sorts before that of what it improves, and one behind.
client.create_registered_model("a_legacy_improved")
for name in ("a_legacy_improved", "legacy_improved"):
    run, uuids[f"{name}/1"] = log_as_mlflow_2()
    client.log_metric(run.info.run_id, "ndcg", 0.25)
    register(name, run, tags={"baseline_model_id": "legacy/4", "contributor": "ann"})
run, _ = log_as_mlflow_2()
register("unreadable", run, path="nowhere")
run, _ = log_as_mlflow_2(flavors="none")
register("unreadable", run)

# By the Python registry: two baselines, what improves them, and what improves that.
ANN = "0xAbCdEf0123456789aBcDeF0123456789abCDef01"
BOB = "0x742d35Cc6634C0532925a3b844Bc9e7595f0bEb1"
registry = OldRegistry("acme")
ranking = registry.register_baseline(Model(), "ranking", {"dataset": "leads"})
scoring = registry.register_baseline(Model(), "lead_scoring", {})


def improve(on, contributor, **deltas):
    return registry.register_improved_model(Model(), on["model_id"], deltas, contributor)


better = improve(ranking, ANN, accuracy=0.1, f1=-0.01)
best = improve(better, BOB, accuracy=0.2, latency=-3.0)
other = improve(ranking, ANN.lower(), accuracy=0.7)
scored = improve(scoring, BOB.upper().replace("X", "x"), accuracy=0.05)
nothing = improve({"model_id": "nothing_baseline/9"}, BOB, accuracy=0.1)
old = [ranking, scoring, better, best, other, scored, nothing]
for one in old:
    name, version = one["model_id"].split("/")
    uuids[one["model_id"]] = uuids[f"{name}/{int(version) - 1}"] = one["model_uuid"]

registered = dict(zip(["ranking", "scoring", "better", "best", "other", "scored", "nothing"], old))
print(json.dumps({"uuids": uuids, "gone": gone, "registered": registered}))
