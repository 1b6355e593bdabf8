"""What the examples register: a small scikit-learn model of sales leads, saved by MLflow."""

import os
from pathlib import Path

import mlflow
import pandas as pd
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

# Where Modelwire serves gRPC, `host:port`.
MODELWIRE = os.environ.get("MODELWIRE_GRPC", "127.0.0.1:50051")

LEADS = pd.DataFrame({"site_visits": [1, 3, 8, 12], "emails_opened": [0, 1, 4, 9]})
WON = pd.Series([0, 0, 1, 1], name="won")


def train(c: float = 1.0) -> LogisticRegression:
    return LogisticRegression(C=c).fit(LEADS, WON)


def loss(model: LogisticRegression) -> float:
    return float(log_loss(WON, model.predict_proba(LEADS)))


def save(model: LogisticRegression, directory: Path, **more: object) -> None:
    # Without requirements MLflow loads the model in another process to find them out.
    requirements = [f"scikit-learn=={sklearn.__version__}"]
    mlflow.sklearn.save_model(model, directory, pip_requirements=requirements, **more)
