"""Code of a project's own that a model needs where it is loaded."""

import pandas as pd


def engagement(leads: pd.DataFrame) -> pd.Series:
    return leads["site_visits"] + 2 * leads["emails_opened"]
