"""Registers a model as a baseline: train, save as ever, upload, register."""

import tempfile
from pathlib import Path

from lead_model import MODELWIRE, loss, save, train

import modelwire
from modelwire.registry.v1 import RegisterBaselineRequest, UploadedPackage


def main() -> None:
    model = train()
    with modelwire.connect(MODELWIRE) as client, tempfile.TemporaryDirectory() as folder:
        directory = Path(folder) / "model"
        save(model, directory)
        upload = client.upload_package(directory)
        request = RegisterBaselineRequest(
            model_type="lead_scoring",
            uploaded_package=UploadedPackage(upload_id=upload.upload_id),
            metrics={"log_loss": loss(model)},
            description="visits and opened mails",
        )
        registration = client.registry.RegisterBaseline(request).registration
    print("model_id", registration.model_id)
    print("model_uuid", registration.model_info.model_uuid)


if __name__ == "__main__":
    main()
