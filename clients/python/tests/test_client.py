import importlib
import re
import uuid

import grpc
import pytest
import trustme
from scripted_server import failure, serve, unavailable

import modelwire
from modelwire.calls import is_idempotent
from modelwire.client import _parse
from modelwire.registry.v1 import GetModelByUuidRequest, RegisterBaselineRequest
from modelwire.webhook import v1 as webhook

GET = GetModelByUuidRequest(model_uuid="m-1")


@pytest.fixture
def server():
    with serve() as server:
        yield server


@pytest.mark.parametrize(
    ("address", "target", "tls"),
    [
        ("127.0.0.1:50051", "127.0.0.1:50051", False),
        ("[::1]:1", "[::1]:1", False),
        ("localhost:1", "localhost:1", False),
        ("models.example.org:443", "models.example.org:443", True),
        ("https://127.0.0.1:1/", "127.0.0.1:1", True),
        ("http://models.example.org:1", "models.example.org:1", False),
    ],
)
def test_tls_is_used_unless_the_address_is_loopback_or_says_http(address, target, tls):
    assert _parse(address, wants_tls=False) == (target, tls)


@pytest.mark.parametrize("address", ["", "host", "host:", ":1", "ftp://host:1", "https://h:1/a"])
def test_an_address_that_is_none_is_refused(address):
    with pytest.raises(ValueError, match=r"^address: expected host:port"):
        modelwire.connect(address)


def test_plain_text_with_root_certificates_is_refused():
    with pytest.raises(ValueError, match=r"^address: http:// has no use"):
        modelwire.connect("http://127.0.0.1:1", root_certificates=b"-")


def test_a_certificate_is_checked_against_the_roots_that_are_given():
    ours, others = trustme.CA(), trustme.CA()
    certificate = ours.issue_cert("127.0.0.1")
    chain = b"".join(one.bytes() for one in certificate.cert_chain_pems)
    credentials = grpc.ssl_server_credentials([(certificate.private_key_pem.bytes(), chain)])
    with serve(credentials) as server:
        roots = ours.cert_pem.bytes()
        with modelwire.connect(server.address, root_certificates=roots) as client:
            client.registry.GetModelByUuid(GET)
        for wrong in (others.cert_pem.bytes(), None):
            with (
                modelwire.connect(
                    f"https://{server.address}", root_certificates=wrong, max_attempts=1
                ) as client,
                pytest.raises(grpc.RpcError),
            ):
                client.registry.GetModelByUuid(GET)
    assert len(server.calls) == 1


def test_an_api_key_and_a_deadline_go_with_each_call(server):
    with modelwire.connect(server.address, api_key="secret", timeout=7) as client:
        client.registry.GetModelByUuid(GET)
        client.registry.GetModelByUuid(GET, timeout=99, metadata=[("x-more", "1")])
        client.registry.GetModelByUuid.future(GET).result()
    (_, first, first_left), (_, second, second_left), (_, third, _) = server.calls
    assert first["authorization"] == second["authorization"] == "Bearer secret"
    assert third["authorization"] == "Bearer secret"
    assert second["x-more"] == "1"
    # gRPC gives a little more.
    assert 0 < first_left < 8
    assert 90 < second_left < 100


def test_without_an_api_key_none_is_sent(server):
    with modelwire.connect(server.address) as client:
        client.registry.GetModelByUuid(GET)
    assert "authorization" not in server.calls[0][1]


def test_an_idempotent_call_is_repeated_with_one_request_id(server):
    server.failures = [unavailable(0.01), unavailable()]
    request = RegisterBaselineRequest(model_type="ranking")
    with modelwire.connect(server.address) as client:
        client.registry.RegisterBaseline(request)
    ids = {sent.request_id for sent, _, _ in server.calls}
    assert len(server.calls) == 3
    assert [str(uuid.UUID(one)) for one in ids] == list(ids)
    assert not request.HasField("request_id")


def test_a_request_id_that_the_caller_gave_is_kept(server):
    request = RegisterBaselineRequest(request_id=str(uuid.uuid4()))
    with modelwire.connect(server.address) as client:
        client.registry.RegisterBaseline(request)
    assert server.calls[0][0] == request


def test_a_call_is_given_up_after_the_last_attempt(server):
    server.failures = [unavailable()] * 9
    with (
        modelwire.connect(server.address, max_attempts=2) as client,
        pytest.raises(grpc.RpcError),
    ):
        client.registry.GetModelByUuid(GET)
    assert len(server.calls) == 2


def test_no_call_waits_beyond_its_deadline(server):
    server.failures = [unavailable(60)]
    with modelwire.connect(server.address, timeout=20) as client, pytest.raises(grpc.RpcError):
        client.registry.GetModelByUuid(GET)
    assert len(server.calls) == 1


def test_what_must_not_be_repeated_is_not(server):
    server.failures = [unavailable(0.01), failure(grpc.StatusCode.ABORTED)]
    with modelwire.connect(server.address) as client:
        # It sends a request each time.
        with pytest.raises(grpc.RpcError):
            client.webhooks.TestEndpoint(webhook.TestEndpointRequest(endpoint_id="ep_1"))
        # Another code than UNAVAILABLE.
        with pytest.raises(grpc.RpcError):
            client.registry.GetModelByUuid(GET)
    assert len(server.calls) == 2


def test_the_contract_says_what_may_be_repeated():
    assert is_idempotent("/modelwire.registry.v1.RegistryService/RegisterBaseline")
    assert is_idempotent(b"/modelwire.event.v1.EventService/GetEvent")
    assert not is_idempotent("/modelwire.webhook.v1.WebhookService/RotateEndpointSecret")
    assert not is_idempotent("/modelwire.registry.v1.RegistryService/Nothing")
    assert not is_idempotent("/somebody.else.Service/Get")


def test_the_drop_in_says_what_it_needs_and_nothing_else_needs_it():
    # The environment of these tests has no MLflow.
    with pytest.raises(ModuleNotFoundError, match=re.escape("pip install 'modelwire[mlflow]'")):
        importlib.import_module("modelwire.compat")
