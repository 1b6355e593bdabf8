from mlflow.models import get_model_info
from mlflow.models.model import ModelInfo


def info_of(uri):
    """Reads all that MLflow's ModelInfo says, as JSON."""
    info = get_model_info(uri)
    names = [name for name in dir(ModelInfo) if isinstance(getattr(ModelInfo, name), property)]
    said = {name: getattr(info, name) for name in names if name != "signature_dict"}
    said["signature"] = info.signature and info.signature.to_dict()
    said["metrics"] = {metric.key: metric.value for metric in info.metrics or []}
    return json.loads(json.dumps(said))
