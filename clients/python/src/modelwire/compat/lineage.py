"""Lineages as the Python registry meant them: over registered models, each version once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import grpc

from modelwire.compat import results
from modelwire.compat.failures import has_wrong, is_not_there
from modelwire.registry.v1 import (
    GetLineageRequest,
    LineageNode,
    ListModelVersionsRequest,
    ModelVersionRef,
    RegistryServiceStub,
    VersionOrder,
    VersionSummary,
)

_LARGEST_PAGE = 1000


def list_versions(
    registry: RegistryServiceStub, request: ListModelVersionsRequest
) -> Iterator[VersionSummary]:
    """Lists all versions that a request asks for, however many pages they are."""
    request.page_size = _LARGEST_PAGE
    while True:
        answer = registry.ListModelVersions(request)
        yield from answer.versions
        if not answer.next_page_token:
            return
        request.page_token = answer.next_page_token


def lineage_of(registry: RegistryServiceStub, model_id: str) -> list[dict[str, Any]]:
    """Lists how a model came about, oldest first.

    Args:
        registry: Where to ask.
        model_id: A registered model: all of its versions, and what the newest improves; or
            `name/version`: what that version improves, and itself.

    Raises:
        ValueError: Where there is no such model.
    """
    name, _, version = model_id.partition("/")
    listed: list[VersionSummary] = []
    if not version:
        request = ListModelVersionsRequest(
            model_name=name, order=VersionOrder.VERSION_ORDER_OLDEST_FIRST
        )
        listed = _last_of_each_model(list_versions(registry, request))
    # A name without versions is not said not to be there before MLflow was asked.
    newest = listed[-1].model_version.version if listed else "1"
    path = _path(registry, f"{name}/{version or newest}", model_id)
    # Of what is not there any more nothing can be told.
    others = [
        node
        for node in path
        if not node.missing and not (listed and node.model_id.startswith(f"{name}/"))
    ]
    entries = [results.lineage_node(node) for node in others]
    entries += [results.lineage_version(one) for one in listed]
    entries[-1]["cumulative_improvement"] = {
        **{
            step.metric: step.absolute_change
            for step in path[-1].cumulative_improvements
            if step.HasField("absolute_change")
        },
        "total_improvements": len(path) - 1,
    }
    return entries


def _last_of_each_model(versions: Iterable[VersionSummary]) -> list[VersionSummary]:
    # The Python registry made two versions of a model, of which the second has the tags. One that
    # MLflow made of a model again has none.
    last: dict[str, VersionSummary] = {}
    for one in versions:
        model = one.model_uuid or one.model_version.version
        before = last.get(model)
        if before is not None and before.HasField("baseline") and not one.HasField("baseline"):
            continue
        last.pop(model, None)
        last[model] = one
    return list(last.values())


def _path(registry: RegistryServiceStub, ref: str, asked: str) -> list[LineageNode]:
    """Gives a version and what it came from, oldest first."""
    request = GetLineageRequest(ref=ModelVersionRef(model_id=ref))
    try:
        nodes = registry.GetLineage(request).nodes
    except grpc.RpcError as error:
        if is_not_there(error) or has_wrong("ref.model_id", error):
            raise ValueError(f"Model {asked} not found") from error
        raise
    return [node for node in nodes if node.on_path]
