"""Says what a model takes and gives, in each of three ways: written, by MLflow, by the server."""

import tempfile
from pathlib import Path

from lead_model import LEADS, MODELWIRE, save, train
from mlflow.models import infer_signature

import modelwire
from modelwire.registry.v1 import (
    Column,
    ColumnSchema,
    ColumnType,
    Example,
    ExampleColumn,
    ExampleTable,
    RegisterBaselineRequest,
    ScalarType,
    Schema,
    Signature,
    UploadedPackage,
)


def columns(**types: "ScalarType.ValueType") -> Schema:
    made = [Column(name=name, type=ColumnType(scalar=type_)) for name, type_ in types.items()]
    return Schema(columns=ColumnSchema(columns=made))


LONG = ScalarType.SCALAR_TYPE_LONG
WRITTEN = Signature(
    inputs=columns(site_visits=LONG, emails_opened=LONG),
    outputs=columns(won=LONG),
)
# As JSON text, since 1 is a long to MLflow, and 1.0 a double.
TABLE = ExampleTable(
    columns=[
        ExampleColumn(name="site_visits", dtype="int64", values="[1, 3]"),
        ExampleColumn(name="emails_opened", dtype="int64", values="[0, 1]"),
    ]
)


def register(client: modelwire.Client, directory: Path, **more: object) -> str:
    upload = client.upload_package(directory)
    package = UploadedPackage(upload_id=upload.upload_id)
    request = RegisterBaselineRequest(model_type="ranking", uploaded_package=package, **more)
    return client.registry.RegisterBaseline(request).registration.model_info.signature.text


def main() -> None:
    model = train()
    with modelwire.connect(MODELWIRE) as client, tempfile.TemporaryDirectory() as folder:
        without = Path(folder) / "without"
        save(model, without)
        print("written:", register(client, without, signature=WRITTEN))

        by_mlflow = Path(folder) / "by_mlflow"
        save(model, by_mlflow, signature=infer_signature(LEADS, model.predict(LEADS)))
        print("by MLflow:", register(client, by_mlflow))

        examples = {"input_example": Example(table=TABLE), "output_example": Example(json="[0, 1]")}
        print("by the server:", register(client, without, **examples))


if __name__ == "__main__":
    main()
