"""Writes what Modelwire answers as the Python registry did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timezone
from typing import Any

import pandas as pd
from google.protobuf.struct_pb2 import Struct, Value
from google.protobuf.timestamp_pb2 import Timestamp

from modelwire.registry.v1 import Improvement, LineageNode, Registration, VersionSummary


def registered(registration: Registration, metadata: dict[str, Any]) -> dict[str, Any]:
    """Writes the part of a registration's result that baselines and improved models share."""
    info = registration.model_info
    return {
        "run_id": registration.run_id,
        # Without a zone and in local time, as `datetime.now().isoformat()` was.
        "registration_timestamp": _local_time(registration.registration_time),
        "model_uri": info.model_uri,
        "model_uuid": info.model_uuid,
        "artifact_path": info.artifact_path,
        "flavors": list(info.flavors),
        "signature": info.signature.text if info.HasField("signature") else None,
        "mlflow_version": info.mlflow_version,
        "metadata": metadata,
    }


def found(registration: Registration) -> dict[str, Any]:
    """Writes what `get_model_by_uuid` gives."""
    return {
        "model_name": registration.model_name,
        "version": registration.version,
        "model_uuid": registration.model_info.model_uuid,
        "run_id": registration.run_id,
        "stage": registration.model_version.current_stage,
        "metadata": _plain(registration.model_info.metadata),
    }


def lineage_node(node: LineageNode) -> dict[str, Any]:
    """Writes an entry of a lineage, of what Modelwire gave as one."""
    return _entry(
        node.model_id.rpartition("/")[2],
        node.run_id,
        node.creation_time.ToMilliseconds(),
        node,
        node.parent_model_id,
    )


def lineage_version(summary: VersionSummary) -> dict[str, Any]:
    """Writes an entry of a lineage, of a version in a list."""
    version = summary.model_version
    return _entry(
        version.version,
        version.run_id,
        version.creation_time.ToMilliseconds(),
        summary,
        summary.baseline.model_id,
    )


def contribution(summary: VersionSummary, address: str) -> dict[str, Any]:
    """Writes an entry of what a contributor has contributed."""
    version = summary.model_version
    return {
        "run_id": version.run_id,
        "model_name": version.name,
        "contributor_address": address,
        "baseline_id": summary.baseline.model_id,
        "metrics": _changes(summary.improvements),
        "created_at": pd.Timestamp(version.creation_time.ToMilliseconds(), unit="ms", tz="UTC"),
    }


def in_production(summary: VersionSummary) -> dict[str, Any]:
    """Writes an entry of what is in production."""
    version = summary.model_version
    return {
        "model_name": version.name,
        "version": version.version,
        "stage": version.tags.get("lifecycle_stage", "Production"),
        "description": version.description,
        "tags": dict(version.tags),
    }


def _entry(
    version: str, run_id: str, created_at: int, told: LineageNode | VersionSummary, baseline: str
) -> dict[str, Any]:
    entry = {
        "version": version,
        "run_id": run_id,
        "created_at": created_at,
        "is_baseline": told.is_baseline,
        "metrics": _changes(told.improvements),
    }
    if told.HasField("contributor"):
        entry.update(contributor=told.contributor.id, baseline_id=baseline)
    return entry


def _changes(improvements: Iterable[Improvement]) -> dict[str, float]:
    return {
        one.metric: one.absolute_change for one in improvements if one.HasField("absolute_change")
    }


def _plain(struct: Struct) -> dict[str, Any]:
    return {key: _value(value) for key, value in struct.fields.items()}


def _value(value: Value) -> Any:
    kind = value.WhichOneof("kind")
    if kind == "struct_value":
        return _plain(value.struct_value)
    if kind == "list_value":
        return [_value(one) for one in value.list_value.values]
    if kind == "number_value":
        # On the wire there are no integers.
        number = value.number_value
        return int(number) if number.is_integer() else number
    return None if kind in (None, "null_value") else getattr(value, kind)


def _local_time(time: Timestamp) -> str:
    local = time.ToDatetime(timezone.utc).astimezone()
    return local.replace(tzinfo=None).isoformat(timespec="microseconds")
