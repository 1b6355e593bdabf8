import os
import time
import uuid
from pathlib import Path

import pytest
from cutting_proxy import CuttingProxy

import modelwire
from modelwire.registry.v1 import InlineFile, InlinePackage, RegisterBaselineRequest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def address():
    """Where a real Modelwire serves gRPC; `npm test -- test/clients/python.test.ts` starts one."""
    found = os.environ.get("MODELWIRE_GRPC")
    if not found:
        pytest.fail("MODELWIRE_GRPC: expected host:port of a running Modelwire", pytrace=False)
    return found


@pytest.fixture
def client(address):
    with modelwire.connect(address) as client:
        yield client


@pytest.fixture
def proxy(address):
    proxy = CuttingProxy(address)
    yield proxy
    proxy.down()


@pytest.fixture(scope="session")
def register(address):
    """Registers a version more of a model, in the fewest calls, and gives its registration."""
    directory = ROOT / "examples" / "quickstart" / "model"
    files = [
        InlineFile(path=file.path, content=file.file.read_bytes())
        for file in modelwire.list_package(directory)
    ]
    with modelwire.connect(address) as client:
        request = RegisterBaselineRequest(
            model_type="lead_scoring",
            model_name=f"python-{uuid.uuid4()}",
            package=InlinePackage(files=files),
        )
        held = client.registry.RegisterBaseline(request).registration.model_info.model_uri

        def register(name):
            again = RegisterBaselineRequest(
                model_type="lead_scoring", model_name=name, mlflow_uri=held
            )
            return client.registry.RegisterBaseline(again).registration

        yield register


def wait_until(is_so):
    """Waits for a state; the test's own time limit ends what never comes."""
    while not is_so():
        time.sleep(0.02)
