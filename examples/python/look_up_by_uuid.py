"""Looks models up by their uuid: one that is there, one that is not, and one nobody can tell of.

python look_up_by_uuid.py <model_uuid>
"""

import argparse
import socket

import grpc
from lead_model import MODELWIRE

import modelwire
from modelwire import error_details
from modelwire.registry.v1 import ErrorReason, GetModelByUuidRequest


def look_up(client: modelwire.Client, model_uuid: str, seconds: float = 30) -> str:
    request = GetModelByUuidRequest(model_uuid=model_uuid)
    try:
        found = client.registry.GetModelByUuid(request, timeout=seconds).registration
    except grpc.RpcError as error:
        details = error_details(error)
        if details.reason == ErrorReason.ERROR_REASON_MODEL_NOT_FOUND:
            return "there is no such model"
        # Not the same: it may well be there. Ask again later.
        return f"nobody knows: {details.code.name}"
    return f"{found.model_id}, {found.model_type}"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def main(model_uuid: str) -> None:
    with modelwire.connect(MODELWIRE) as client:
        print(look_up(client, model_uuid))
        print(look_up(client, f"m-{'0' * 32}"))
    # Where nobody serves.
    with modelwire.connect(f"127.0.0.1:{free_port()}") as client:
        print(look_up(client, model_uuid, seconds=1))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("model_uuid", help="uuid of a model that is there: m-…")
    main(parser.parse_args().model_uuid)
