"""Makes the model directory beside this file anew, with MLflow 3.4.0.

Run it in a Python environment that has mlflow-skinny 3.4.0, numpy and pandas:

    python examples/quickstart/make_model.py
"""

import os
import shutil
import tempfile
from pathlib import Path

import mlflow
import numpy as np
import pandas as pd
from mlflow.models import ModelSignature
from mlflow.types import ColSpec, DataType, Schema

HERE = Path(__file__).resolve().parent
CODE = HERE / "lead_scoring.py"
MODEL = HERE / "model"

SIGNATURE = ModelSignature(
    inputs=Schema(
        [
            ColSpec(DataType.long, "site_visits"),
            ColSpec(DataType.long, "emails_opened"),
            ColSpec(DataType.double, "days_since_contact"),
        ]
    ),
    outputs=Schema([ColSpec(DataType.double, "score")]),
)

EXAMPLE = pd.DataFrame(
    {
        "site_visits": [12, 1],
        "emails_opened": [5, 0],
        "days_since_contact": [2.0, 45.5],
    }
)


def save(path: Path) -> None:
    mlflow.pyfunc.save_model(
        path=path,
        python_model=str(CODE),
        signature=SIGNATURE,
        input_example=EXAMPLE,
        metadata={"purpose": "quickstart", "columns": 3},
        pip_requirements=[
            f"mlflow-skinny=={mlflow.__version__}",
            f"numpy=={np.__version__}",
            f"pandas=={pd.__version__}",
        ],
    )
    # MLflow writes the full path of the code on this machine, and reads only its last part.
    mlmodel = path / "MLmodel"
    mlmodel.write_text(mlmodel.read_text().replace(str(CODE), CODE.name))


def main() -> None:
    # MLflow leaves an `mlruns` folder where it runs.
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        saved = Path(folder) / "model"
        save(saved)
        shutil.rmtree(MODEL, ignore_errors=True)
        shutil.copytree(saved, MODEL, ignore=shutil.ignore_patterns("__pycache__"))
        print(mlflow.pyfunc.load_model(str(MODEL)).predict(EXAMPLE))
        os.chdir(HERE)


if __name__ == "__main__":
    main()
