"""What takes the place of the Python registry: callers change one import.

It needs MLflow: `pip install 'modelwire[mlflow]'`.
"""

try:
    import mlflow  # noqa: F401
except ModuleNotFoundError as error:
    if error.name != "mlflow":
        raise
    raise ModuleNotFoundError(
        "modelwire.compat needs mlflow: pip install 'modelwire[mlflow]'", name="mlflow"
    ) from error

from modelwire.compat.registry import HokusaiModelRegistry

__all__ = ["HokusaiModelRegistry"]
