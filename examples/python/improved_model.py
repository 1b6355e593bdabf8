"""Registers a model that improves a baseline, with its contributor, and tells what it brought.

python improved_model.py <baseline's model_id>
"""

import argparse
import tempfile
from pathlib import Path

from lead_model import MODELWIRE, loss, save, train

import modelwire
from modelwire.registry.v1 import (
    Contributor,
    ContributorKind,
    GetLineageRequest,
    MetricDetails,
    MetricDirection,
    ModelVersionRef,
    RegisterImprovedModelRequest,
    UploadedPackage,
)

CONTRIBUTOR = Contributor(
    kind=ContributorKind.CONTRIBUTOR_KIND_ETHEREUM_ADDRESS,
    id="0x742d35Cc6634C0532925a3b844Bc9e7595f0bEb1",
)


LOWER_IS_BETTER = MetricDetails(direction=MetricDirection.METRIC_DIRECTION_LOWER_IS_BETTER)


def main(baseline: str) -> None:
    model = train(c=10.0)
    with modelwire.connect(MODELWIRE) as client, tempfile.TemporaryDirectory() as folder:
        directory = Path(folder) / "model"
        save(model, directory)
        upload = client.upload_package(directory)
        request = RegisterImprovedModelRequest(
            baseline=ModelVersionRef(model_id=baseline),
            contributor=CONTRIBUTOR,
            uploaded_package=UploadedPackage(upload_id=upload.upload_id),
            # The server compares them with what the baseline recorded.
            metrics={"log_loss": loss(model)},
            metric_details={"log_loss": LOWER_IS_BETTER},
        )
        improved = client.registry.RegisterImprovedModel(request).registration
        print(improved.model_id, "improves", improved.baseline.model_id)
        print("contributor", improved.contributor.id)
        for one in improved.improvements:
            print(f"{one.metric} {one.baseline_value:.3f} to {one.value:.3f}")

        ref = ModelVersionRef(model_id=improved.model_id)
        lineage = client.registry.GetLineage(GetLineageRequest(ref=ref))
        print("lineage", " > ".join(node.model_id for node in lineage.nodes if node.on_path))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("baseline", help="model_id of the baseline, such as leads/1")
    main(parser.parse_args().baseline)
