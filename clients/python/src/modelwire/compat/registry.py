"""The class that callers of the Python registry use."""

from __future__ import annotations

import os
import re
from datetime import datetime
from functools import partial
from typing import Any, ClassVar

import grpc
import mlflow

from modelwire.client import Client, check_connection, connect
from modelwire.compat import results
from modelwire.compat.experiments import experiment_of_caller
from modelwire.compat.failures import as_mlflow_exceptions, has_wrong, is_not_there
from modelwire.compat.lineage import lineage_of, list_versions
from modelwire.compat.packages import register, saved_model
from modelwire.registry.v1 import (
    Contributor,
    ContributorKind,
    GetModelByUuidRequest,
    ListModelVersionsRequest,
    ModelVersionRef,
    NameAndVersion,
    RegisterBaselineRequest,
    RegisterImprovedModelRequest,
    SetAliasRequest,
    SetTagsRequest,
    SiteBinding,
)

_MODEL_PREFIX = "hokusai"
_ADDRESS = re.compile(r"0x[a-fA-F0-9]{40}")
# Long, as MLflow's own client is patient too: who is told too early that it failed repeats it, and
# has two versions.
_REGISTRATION_SECONDS = 300.0


class HokusaiModelRegistry:
    """Registers and looks up models in Modelwire by the methods of the Python registry.

    What each answers is what it answered; `docs/python-drop-in.md` has the differences. What fails
    at Modelwire raises MLflow's `RestException`, with the gRPC error as its `__cause__`.

    It can be pickled, without an API key that was given as an argument. It can be made before a
    process forks, and called behind that: gRPC's own connections do not outlive a fork.

    Attributes:
        tracking_uri: MLflow's tracking server, as `mlflow` has it.
        VALID_MODEL_TYPES: What `model_type` can be.
    """

    VALID_MODEL_TYPES: ClassVar[list[str]] = [
        "lead_scoring",
        "classification",
        "regression",
        "ranking",
    ]

    tracking_uri: str

    def __init__(
        self,
        tracking_uri: str | None = None,
        *,
        modelwire_url: str | None = None,
        api_key: str | None = None,
    ) -> None:
        """Says where Modelwire is. It is called by the first method that needs it.

        Args:
            tracking_uri: Where other calls to `mlflow` go; Modelwire has its own. None: as it is.
            modelwire_url: Where Modelwire serves gRPC, as `modelwire.connect` takes it. None: what
                `MODELWIRE_GRPC` says, else `127.0.0.1:50051`.
            api_key: None: what `MODELWIRE_API_KEY` says, else none.

        Raises:
            ValueError: As `modelwire.connect` does.
        """
        if tracking_uri:
            mlflow.set_tracking_uri(tracking_uri)
        self.tracking_uri = mlflow.get_tracking_uri()
        self._url = modelwire_url or os.environ.get("MODELWIRE_GRPC") or "127.0.0.1:50051"
        self._api_key = api_key
        self._clients: dict[int, Client] = {}
        check_connection(self._url, self._key())

    @property
    def modelwire(self) -> Client:
        """The connection to Modelwire of this process, for all else that it does."""
        # By process. That of the parent is kept, as to end it in the child could hang.
        process = os.getpid()
        client = self._clients.get(process)
        if client is None:
            made = connect(self._url, api_key=self._key())
            # Of two threads that get here at once, both go on with the same.
            client = self._clients.setdefault(process, made)
        return client

    def _key(self) -> str | None:
        return self._api_key or os.environ.get("MODELWIRE_API_KEY") or None

    def __getstate__(self) -> dict[str, Any]:
        # What is pickled is kept and sent to others: a secret has no place in it.
        return {**self.__dict__, "_api_key": None, "_clients": {}}

    def __copy__(self) -> HokusaiModelRegistry:
        copied = type(self).__new__(type(self))
        copied.__dict__ = {**self.__dict__, "_clients": {}}
        return copied

    def __deepcopy__(self, _: dict[int, Any]) -> HokusaiModelRegistry:
        return self.__copy__()

    def register_baseline(
        self,
        model: Any,
        model_type: str,
        metadata: dict[str, Any],
        signature: Any = None,
        input_example: Any = None,
        code_paths: list[str] | None = None,
        *,
        pip_requirements: list[str] | str | None = None,
        site_binding: SiteBinding | None = None,
        experiment_name: str | None = None,
    ) -> dict[str, Any]:
        """Registers a model as a baseline.

        Args:
            model: An `mlflow.pyfunc.PythonModel`.
            model_type: `lead_scoring`, `classification`, `regression` or `ranking`.
            metadata: Kept with the model, whatever its size.
            signature: What the model takes and gives. None: as MLflow infers it from the example.
            input_example: An example of what the model takes.
            code_paths: Python files and directories that the model imports.
            pip_requirements: What the model needs. None: MLflow finds out, which takes longest.
            site_binding: What the site is to be told of the model: token, metric and values. None:
                it is told nothing.
            experiment_name: Experiment of the run. None: the one that `mlflow.set_experiment` or
                the environment names, else Modelwire's.

        Raises:
            ValueError: For a model that is None, and an unknown type.
        """
        _check_model(model)
        if model_type not in self.VALID_MODEL_TYPES:
            known = f"Must be one of {self.VALID_MODEL_TYPES}"
            raise ValueError(f"Invalid model type: {model_type}. {known}")
        structured = {
            "model_type": model_type,
            "is_baseline": True,
            "registration_time": datetime.now().isoformat(),
            "hokusai_version": "1.0",
            **(metadata or {}),
        }
        saved = saved_model(
            model, structured, signature, input_example, code_paths, pip_requirements
        )
        request = RegisterBaselineRequest(
            model_type=model_type,
            model_name=f"{_MODEL_PREFIX}_{model_type}_baseline",
            site_binding=site_binding,
            experiment_name=experiment_name or experiment_of_caller(),
        )
        call = partial(self.modelwire.registry.RegisterBaseline, timeout=_REGISTRATION_SECONDS)
        with saved as directory, as_mlflow_exceptions():
            answer = register(self.modelwire, call, request, directory)
        registration = answer.registration
        return {
            "model_id": registration.model_id,
            "model_name": registration.model_name,
            "version": registration.version,
            "model_type": model_type,
            "is_baseline": True,
            **results.registered(registration, structured),
        }

    def register_improved_model(
        self,
        model: Any,
        baseline_id: str,
        delta_metrics: dict[str, float],
        contributor: str,
        signature: Any = None,
        input_example: Any = None,
        code_paths: list[str] | None = None,
        *,
        pip_requirements: list[str] | str | None = None,
        site_binding: SiteBinding | None = None,
        experiment_name: str | None = None,
    ) -> dict[str, Any]:
        """Registers a model that improves a baseline.

        Args:
            model: As for `register_baseline`, and so are the arguments that are not named here.
            baseline_id: `model_id` of the baseline, which must be there.
            delta_metrics: What each metric has changed by.
            contributor: Ethereum address of who contributed it.
            signature: As for `register_baseline`.
            input_example: As for `register_baseline`.
            code_paths: As for `register_baseline`.
            pip_requirements: As for `register_baseline`.
            site_binding: As for `register_baseline`.
            experiment_name: As for `register_baseline`.

        Raises:
            ValueError: For a model that is None, and what is no address.
        """
        _check_model(model)
        if not _ADDRESS.fullmatch(contributor):
            raise ValueError(f"Invalid Ethereum address: {contributor}")
        # Of NumPy too, as MLflow takes them.
        changes = {name: float(change) for name, change in delta_metrics.items()}
        structured = {
            "baseline_model_id": baseline_id,
            "contributor_address": contributor,
            "improvement_count": len(delta_metrics),
            "registration_time": datetime.now().isoformat(),
            "hokusai_version": "1.0",
            "is_improved": True,
        }
        saved = saved_model(
            model, structured, signature, input_example, code_paths, pip_requirements
        )
        request = RegisterImprovedModelRequest(
            baseline=ModelVersionRef(model_id=baseline_id),
            contributor=_contributor(contributor),
            model_name=baseline_id.split("/")[0].replace("_baseline", "_improved"),
            delta_metrics=changes,
            site_binding=site_binding,
            experiment_name=experiment_name or experiment_of_caller(),
        )
        call = partial(self.modelwire.registry.RegisterImprovedModel, timeout=_REGISTRATION_SECONDS)
        with saved as directory, as_mlflow_exceptions():
            answer = register(self.modelwire, call, request, directory)
        registration = answer.registration
        return {
            "model_id": registration.model_id,
            "model_name": registration.model_name,
            "version": registration.version,
            "baseline_id": baseline_id,
            "contributor": contributor,
            "delta_metrics": dict(delta_metrics),
            **results.registered(registration, structured),
        }

    def get_model_by_uuid(self, model_uuid: str) -> dict[str, Any] | None:
        """Finds the version that a model is registered as.

        Returns:
            None where there is none. Where nobody can tell, it raises.
        """
        request = GetModelByUuidRequest(model_uuid=model_uuid)
        with as_mlflow_exceptions():
            try:
                return results.found(self.modelwire.registry.GetModelByUuid(request).registration)
            except grpc.RpcError as error:
                if is_not_there(error) or has_wrong("model_uuid", error):
                    return None
                raise

    def get_model_lineage(self, model_id: str) -> list[dict[str, Any]]:
        """Lists how a model came about, oldest first, across registered models.

        Args:
            model_id: A registered model: all of its versions, and what the newest improves; or
                `name/version`: what that version improves, and itself.

        Raises:
            ValueError: Where there is no such model.
        """
        with as_mlflow_exceptions():
            return lineage_of(self.modelwire.registry, model_id)

    def get_contributor_models(self, contributor_address: str) -> list[dict[str, Any]]:
        """Lists what somebody has contributed, newest first."""
        if not _ADDRESS.fullmatch(contributor_address):
            return []
        request = ListModelVersionsRequest(contributor=_contributor(contributor_address))
        with as_mlflow_exceptions():
            return [
                results.contribution(one, contributor_address)
                for one in list_versions(self.modelwire.registry, request)
            ]

    def promote_model_to_production(self, model_name: str, version: str) -> dict[str, Any]:
        """Points the alias `production` to a version, and tags it as in production."""
        version = str(version)
        ref = ModelVersionRef(name_version=NameAndVersion(name=model_name, version=version))
        with as_mlflow_exceptions():
            self.modelwire.registry.SetAlias(
                SetAliasRequest(model_name=model_name, alias="production", version=version)
            )
            self.modelwire.registry.SetTags(
                SetTagsRequest(ref=ref, tags={"lifecycle_stage": "Production"})
            )
        return {
            "model_id": model_name,
            "version": version,
            "stage": "Production",
            "timestamp": datetime.now().isoformat(),
        }

    def get_production_models(self) -> list[dict[str, Any]]:
        """Lists the versions that the alias `production` points to."""
        with as_mlflow_exceptions():
            request = ListModelVersionsRequest(alias="production")
            return [
                results.in_production(one)
                for one in list_versions(self.modelwire.registry, request)
            ]


def _check_model(model: Any) -> None:
    if model is None:
        raise ValueError("Model cannot be None")


def _contributor(address: str) -> Contributor:
    return Contributor(kind=ContributorKind.CONTRIBUTOR_KIND_ETHEREUM_ADDRESS, id=address)
