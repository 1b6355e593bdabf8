"""Registers a model together with the code that it imports, and the commit that this is from."""

import subprocess
import tempfile
from pathlib import Path

import mlflow
from lead_features import engagement
from lead_model import LEADS, MODELWIRE
from mlflow.models import infer_signature

import modelwire
from modelwire.registry.v1 import RegisterBaselineRequest, UploadedPackage

HERE = Path(__file__).parent


class Engagement(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return engagement(model_input)


def commit_of(directory: Path) -> str:
    git = ["git", "-C", str(directory), "rev-parse", "HEAD"]
    return subprocess.run(git, check=True, capture_output=True, text=True).stdout.strip()


def main() -> None:
    commit = commit_of(HERE)
    with modelwire.connect(MODELWIRE) as client, tempfile.TemporaryDirectory() as folder:
        directory = Path(folder) / "model"
        mlflow.pyfunc.save_model(
            directory,
            python_model=Engagement(),
            signature=infer_signature(LEADS, engagement(LEADS)),
            code_paths=[str(HERE / "lead_features")],
            pip_requirements=[],
        )
        upload = client.upload_package(directory)
        request = RegisterBaselineRequest(
            model_type="regression",
            uploaded_package=UploadedPackage(upload_id=upload.upload_id),
            # The name that MLflow gives it, by which its own search finds the version.
            tags={"mlflow.source.git.commit": commit},
        )
        registration = client.registry.RegisterBaseline(request).registration
    print("model_id", registration.model_id)
    print("commit", registration.model_version.tags["mlflow.source.git.commit"])
    for file in registration.model_info.files:
        if file.path.startswith("code/"):
            print(file.path, file.sha256)


if __name__ == "__main__":
    main()
