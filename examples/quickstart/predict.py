"""Loads a registered quickstart model with plain MLflow and scores two leads.

    MLFLOW_TRACKING_URI=http://127.0.0.1:5000 python examples/quickstart/predict.py models:/NAME/1
"""

import sys

import mlflow
import pandas as pd

LEADS = pd.DataFrame(
    {"site_visits": [12, 1], "emails_opened": [5, 0], "days_since_contact": [2.0, 45.5]}
)


def main(uri: str) -> None:
    model = mlflow.pyfunc.load_model(uri)
    print(model.metadata.signature)
    print(model.predict(LEADS))


if __name__ == "__main__":
    main(sys.argv[1])
