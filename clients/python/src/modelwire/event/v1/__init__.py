# Generated from the protos.  DO NOT EDIT!
"""The messages, enums and stubs of `modelwire.event.v1`."""

from modelwire.event.v1.event_pb2 import (
    Event,
    EventType,
    EventOrigin,
    ModelRegistered,
    VersionObserved,
    AliasChanged,
    TagsChanged,
    DescriptionChanged,
    StageChanged,
    VersionDeleted,
    ModelRenamed,
    ModelDeleted,
    EndpointTest,
)
from modelwire.event.v1.event_service_pb2 import (
    GetEventRequest,
    GetEventResponse,
    EventFilter,
    ListEventsRequest,
    ListEventsResponse,
    WatchEventsRequest,
    WatchEventsResponse,
)
from modelwire.event.v1.event_service_pb2_grpc import (
    EventServiceStub,
)
from modelwire.event.v1.site_payload_pb2 import (
    SiteFlatPayload,
    SiteFlatMetadata,
    SiteNestedPayload,
    SiteModel,
    SiteApiSchema,
)

__all__ = [
    "AliasChanged",
    "DescriptionChanged",
    "EndpointTest",
    "Event",
    "EventFilter",
    "EventOrigin",
    "EventServiceStub",
    "EventType",
    "GetEventRequest",
    "GetEventResponse",
    "ListEventsRequest",
    "ListEventsResponse",
    "ModelDeleted",
    "ModelRegistered",
    "ModelRenamed",
    "SiteApiSchema",
    "SiteFlatMetadata",
    "SiteFlatPayload",
    "SiteModel",
    "SiteNestedPayload",
    "StageChanged",
    "TagsChanged",
    "VersionDeleted",
    "VersionObserved",
    "WatchEventsRequest",
    "WatchEventsResponse",
]
