# Generated from the protos.  DO NOT EDIT!
"""The messages, enums and stubs of `modelwire.access.v1`."""

from modelwire.access.v1.access_service_pb2 import (
    CreateApiKeyRequest,
    CreateApiKeyResponse,
    GetApiKeyRequest,
    GetApiKeyResponse,
    ListApiKeysRequest,
    ListApiKeysResponse,
    UpdateApiKeyRequest,
    ModelPrefixes,
    UpdateApiKeyResponse,
    RotateApiKeyRequest,
    RotateApiKeyResponse,
    RevokeApiKeyRequest,
    RevokeApiKeyResponse,
    WhoAmIRequest,
    WhoAmIResponse,
)
from modelwire.access.v1.access_service_pb2_grpc import (
    AccessServiceStub,
)
from modelwire.access.v1.api_key_pb2 import (
    ApiKey,
)
from modelwire.access.v1.identity_pb2 import (
    Identity,
    IdentityKind,
    Scope,
)

__all__ = [
    "AccessServiceStub",
    "ApiKey",
    "CreateApiKeyRequest",
    "CreateApiKeyResponse",
    "GetApiKeyRequest",
    "GetApiKeyResponse",
    "Identity",
    "IdentityKind",
    "ListApiKeysRequest",
    "ListApiKeysResponse",
    "ModelPrefixes",
    "RevokeApiKeyRequest",
    "RevokeApiKeyResponse",
    "RotateApiKeyRequest",
    "RotateApiKeyResponse",
    "Scope",
    "UpdateApiKeyRequest",
    "UpdateApiKeyResponse",
    "WhoAmIRequest",
    "WhoAmIResponse",
]
