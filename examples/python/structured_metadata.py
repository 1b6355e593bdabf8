"""Keeps metadata of any shape and size with a model, and reads it back: here, and in MLflow."""

import tempfile
from pathlib import Path

import mlflow
from lead_model import MODELWIRE, save, train

import modelwire
from modelwire.registry.v1 import GetModelByUuidRequest, RegisterBaselineRequest, UploadedPackage

METADATA = {
    "dataset": {"name": "leads", "rows": 4, "columns": ["site_visits", "emails_opened"]},
    "reviewed": True,
    # Params of MLflow end at 6,000 characters.
    "notes": "long " * 2_000,
}


def main() -> None:
    with modelwire.connect(MODELWIRE) as client, tempfile.TemporaryDirectory() as folder:
        directory = Path(folder) / "model"
        save(train(), directory, metadata={"team": "growth"})
        upload = client.upload_package(directory)
        request = RegisterBaselineRequest(
            model_type="classification",
            uploaded_package=UploadedPackage(upload_id=upload.upload_id),
            metadata=METADATA,
        )
        info = client.registry.RegisterBaseline(request).registration.model_info

        found = client.registry.GetModelByUuid(GetModelByUuidRequest(model_uuid=info.model_uuid))
        metadata = found.registration.model_info.metadata
        print("keys:", ", ".join(sorted(metadata)))
        print("dataset.name:", metadata["dataset"]["name"])
        print("notes:", len(metadata["notes"]), "characters")
    # With MLFLOW_TRACKING_URI set to the MLflow behind.
    in_mlflow = mlflow.models.get_model_info(info.model_uri).metadata
    print("in MLflow:", in_mlflow["dataset"]["rows"], "rows, team", in_mlflow["team"])


if __name__ == "__main__":
    main()
