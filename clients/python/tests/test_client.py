import importlib
import re
import uuid

import grpc
import pytest
import trustme
from scripted_server import failure, full, serve, unavailable

import modelwire
from modelwire.calls import backoff_seconds, is_idempotent
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


def test_plain_text_with_certificates_is_refused():
    with pytest.raises(ValueError, match=r"^address: http:// has no use"):
        modelwire.connect("http://127.0.0.1:1", root_certificates=b"-")
    pem = b"-----BEGIN CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----"
    with pytest.raises(ValueError, match=r"^address: http:// has no use"):
        modelwire.connect("http://127.0.0.1:1", certificate_chain=pem, private_key=pem)


@pytest.mark.parametrize("api_key", ["", "two words", "line\n", "schlüssel"])
def test_an_api_key_that_is_none_is_refused_and_not_told(api_key):
    with pytest.raises(ValueError, match=r"^api_key: expected printable ASCII") as raised:
        modelwire.connect("127.0.0.1:1", api_key=api_key)
    assert not api_key or api_key not in str(raised.value)


def test_an_api_key_is_not_sent_in_plain_text_to_another_machine():
    with pytest.raises(ValueError, match=r"^api_key: is not sent to models.example.org:1 in plain"):
        modelwire.connect("http://models.example.org:1", api_key="secret")
    modelwire.connect("https://models.example.org:1", api_key="secret").close()
    modelwire.connect("http://[::1]:1", api_key="secret").close()


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


def test_a_certificate_is_shown_to_a_server_that_asks_for_one():
    ours = trustme.CA()
    roots = ours.cert_pem.bytes()
    shown = ours.issue_cert("pipeline.example.org")
    chain = b"".join(one.bytes() for one in shown.cert_chain_pems)
    key = shown.private_key_pem.bytes()
    own = ours.issue_cert("127.0.0.1")
    pair = (own.private_key_pem.bytes(), own.cert_chain_pems[0].bytes())
    credentials = grpc.ssl_server_credentials([pair], roots, require_client_auth=True)
    with serve(credentials) as server:
        with modelwire.connect(
            server.address, root_certificates=roots, certificate_chain=chain, private_key=key
        ) as client:
            client.registry.GetModelByUuid(GET)
        with (
            modelwire.connect(server.address, root_certificates=roots, max_attempts=1) as client,
            pytest.raises(grpc.RpcError) as raised,
        ):
            client.registry.GetModelByUuid(GET)
    assert raised.value.code() == grpc.StatusCode.UNAVAILABLE
    assert len(server.calls) == 1
    assert server.auth_contexts[0]["x509_subject_alternative_name"] == [b"pipeline.example.org"]


@pytest.mark.parametrize(
    ("chain", "key", "message"),
    [
        (b"-----BEGIN CERTIFICATE-----", None, "certificate_chain: expected both"),
        (None, b"-----BEGIN PRIVATE KEY-----", "certificate_chain: expected both"),
        (b"tls.crt", b"-----BEGIN PRIVATE KEY-----", "certificate_chain: expected a certificate"),
        (b"-----BEGIN CERTIFICATE-----", b"secret", "private_key: expected a key in PEM"),
    ],
)
def test_a_certificate_that_is_none_is_refused_and_not_told(chain, key, message):
    with pytest.raises(ValueError, match=f"^{message}") as raised:
        modelwire.connect("127.0.0.1:1", certificate_chain=chain, private_key=key)
    assert "secret" not in str(raised.value)


def test_a_folder_of_certificates_is_trusted_where_a_machine_has_no_file(monkeypatch, tmp_path):
    ours = trustme.CA()
    certificate = ours.issue_cert("127.0.0.1")
    chain = b"".join(one.bytes() for one in certificate.cert_chain_pems)
    credentials = grpc.ssl_server_credentials([(certificate.private_key_pem.bytes(), chain)])
    (tmp_path / "0123abcd.0").write_bytes(ours.cert_pem.bytes())
    (tmp_path / "dangling.0").symlink_to("nowhere")
    monkeypatch.delenv("GRPC_DEFAULT_SSL_ROOTS_FILE_PATH", raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "nowhere"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    with (
        serve(credentials) as server,
        modelwire.connect(f"https://{server.address}") as client,
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


def test_a_server_that_says_when_to_come_again_is_called_until_the_time_is_up(server):
    server.failures = [unavailable(0.01), full(0.01), full(0), unavailable()]
    with modelwire.connect(server.address, max_attempts=2) as client:
        client.registry.GetModelByUuid(GET)
    assert len(server.calls) == 5


@pytest.mark.parametrize("refusal", [full(), full(61), full(30)])
def test_what_is_used_up_for_long_or_without_a_time_is_told_at_once(server, refusal):
    server.failures = [refusal]
    # A minute is the most, and the deadline.
    timeout = 20 if refusal == full(30) else 3600
    with (
        modelwire.connect(server.address, timeout=timeout) as client,
        pytest.raises(grpc.RpcError) as raised,
    ):
        client.registry.GetModelByUuid(GET)
    assert raised.value.code() == grpc.StatusCode.RESOURCE_EXHAUSTED
    assert len(server.calls) == 1


def test_one_attempt_is_one(server):
    server.failures = [unavailable(0.01)]
    with (
        modelwire.connect(server.address, max_attempts=1) as client,
        pytest.raises(grpc.RpcError),
    ):
        client.registry.GetModelByUuid(GET)
    assert len(server.calls) == 1


def test_waits_grow_up_to_a_longest_for_as_long_as_it_takes():
    waits = [backoff_seconds(failures) for failures in (1, 2, 100, 1_000_000)]
    assert 0.1 <= waits[0] <= 0.2 <= waits[1] <= 0.4
    assert all(5 <= wait <= 10 for wait in waits[2:])
    assert backoff_seconds(1, 60) == 60


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
