"""Scores sales leads: how likely a lead becomes a customer, from three columns."""

import numpy as np
import pandas as pd
from mlflow.models import set_model
from mlflow.pyfunc import PythonModel

INTERCEPT = -3.0
WEIGHTS = {
    "site_visits": 0.25,
    "emails_opened": 0.4,
    "days_since_contact": -0.05,
}


class LeadScoring(PythonModel):
    """A logistic formula with fixed weights, so that nothing is pickled."""

    def predict(self, context, model_input: pd.DataFrame, params=None) -> pd.DataFrame:
        logit = INTERCEPT + sum(
            weight * model_input[column].astype("float64") for column, weight in WEIGHTS.items()
        )
        return pd.DataFrame({"score": 1.0 / (1.0 + np.exp(-logit))})


set_model(LeadScoring())
