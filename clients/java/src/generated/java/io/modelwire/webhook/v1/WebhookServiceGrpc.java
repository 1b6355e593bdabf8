package io.modelwire.webhook.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Says where events are sent, and shows what became of them.
 * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
 * modelwire.registry.v1.ErrorReason. Beside those that it lists, any can end with
 * MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED,
 * SHUTTING_DOWN or INTERNAL, and where authentication is on with those that
 * modelwire.access.v1.AccessService names.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class WebhookServiceGrpc {

  private WebhookServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "modelwire.webhook.v1.WebhookService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.modelwire.webhook.v1.CreateEndpointRequest,
      io.modelwire.webhook.v1.CreateEndpointResponse> getCreateEndpointMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateEndpoint",
      requestType = io.modelwire.webhook.v1.CreateEndpointRequest.class,
      responseType = io.modelwire.webhook.v1.CreateEndpointResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.webhook.v1.CreateEndpointRequest,
      io.modelwire.webhook.v1.CreateEndpointResponse> getCreateEndpointMethod() {
    io.grpc.MethodDescriptor<io.modelwire.webhook.v1.CreateEndpointRequest, io.modelwire.webhook.v1.CreateEndpointResponse> getCreateEndpointMethod;
    if ((getCreateEndpointMethod = WebhookServiceGrpc.getCreateEndpointMethod) == null) {
      synchronized (WebhookServiceGrpc.class) {
        if ((getCreateEndpointMethod = WebhookServiceGrpc.getCreateEndpointMethod) == null) {
          WebhookServiceGrpc.getCreateEndpointMethod = getCreateEndpointMethod =
              io.grpc.MethodDescriptor.<io.modelwire.webhook.v1.CreateEndpointRequest, io.modelwire.webhook.v1.CreateEndpointResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateEndpoint"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.CreateEndpointRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.CreateEndpointResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WebhookServiceMethodDescriptorSupplier("CreateEndpoint"))
              .build();
        }
      }
    }
    return getCreateEndpointMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.webhook.v1.GetEndpointRequest,
      io.modelwire.webhook.v1.GetEndpointResponse> getGetEndpointMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetEndpoint",
      requestType = io.modelwire.webhook.v1.GetEndpointRequest.class,
      responseType = io.modelwire.webhook.v1.GetEndpointResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.webhook.v1.GetEndpointRequest,
      io.modelwire.webhook.v1.GetEndpointResponse> getGetEndpointMethod() {
    io.grpc.MethodDescriptor<io.modelwire.webhook.v1.GetEndpointRequest, io.modelwire.webhook.v1.GetEndpointResponse> getGetEndpointMethod;
    if ((getGetEndpointMethod = WebhookServiceGrpc.getGetEndpointMethod) == null) {
      synchronized (WebhookServiceGrpc.class) {
        if ((getGetEndpointMethod = WebhookServiceGrpc.getGetEndpointMethod) == null) {
          WebhookServiceGrpc.getGetEndpointMethod = getGetEndpointMethod =
              io.grpc.MethodDescriptor.<io.modelwire.webhook.v1.GetEndpointRequest, io.modelwire.webhook.v1.GetEndpointResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetEndpoint"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.GetEndpointRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.GetEndpointResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WebhookServiceMethodDescriptorSupplier("GetEndpoint"))
              .build();
        }
      }
    }
    return getGetEndpointMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.webhook.v1.ListEndpointsRequest,
      io.modelwire.webhook.v1.ListEndpointsResponse> getListEndpointsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListEndpoints",
      requestType = io.modelwire.webhook.v1.ListEndpointsRequest.class,
      responseType = io.modelwire.webhook.v1.ListEndpointsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.webhook.v1.ListEndpointsRequest,
      io.modelwire.webhook.v1.ListEndpointsResponse> getListEndpointsMethod() {
    io.grpc.MethodDescriptor<io.modelwire.webhook.v1.ListEndpointsRequest, io.modelwire.webhook.v1.ListEndpointsResponse> getListEndpointsMethod;
    if ((getListEndpointsMethod = WebhookServiceGrpc.getListEndpointsMethod) == null) {
      synchronized (WebhookServiceGrpc.class) {
        if ((getListEndpointsMethod = WebhookServiceGrpc.getListEndpointsMethod) == null) {
          WebhookServiceGrpc.getListEndpointsMethod = getListEndpointsMethod =
              io.grpc.MethodDescriptor.<io.modelwire.webhook.v1.ListEndpointsRequest, io.modelwire.webhook.v1.ListEndpointsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListEndpoints"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.ListEndpointsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.ListEndpointsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WebhookServiceMethodDescriptorSupplier("ListEndpoints"))
              .build();
        }
      }
    }
    return getListEndpointsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.webhook.v1.UpdateEndpointRequest,
      io.modelwire.webhook.v1.UpdateEndpointResponse> getUpdateEndpointMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateEndpoint",
      requestType = io.modelwire.webhook.v1.UpdateEndpointRequest.class,
      responseType = io.modelwire.webhook.v1.UpdateEndpointResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.webhook.v1.UpdateEndpointRequest,
      io.modelwire.webhook.v1.UpdateEndpointResponse> getUpdateEndpointMethod() {
    io.grpc.MethodDescriptor<io.modelwire.webhook.v1.UpdateEndpointRequest, io.modelwire.webhook.v1.UpdateEndpointResponse> getUpdateEndpointMethod;
    if ((getUpdateEndpointMethod = WebhookServiceGrpc.getUpdateEndpointMethod) == null) {
      synchronized (WebhookServiceGrpc.class) {
        if ((getUpdateEndpointMethod = WebhookServiceGrpc.getUpdateEndpointMethod) == null) {
          WebhookServiceGrpc.getUpdateEndpointMethod = getUpdateEndpointMethod =
              io.grpc.MethodDescriptor.<io.modelwire.webhook.v1.UpdateEndpointRequest, io.modelwire.webhook.v1.UpdateEndpointResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateEndpoint"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.UpdateEndpointRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.UpdateEndpointResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WebhookServiceMethodDescriptorSupplier("UpdateEndpoint"))
              .build();
        }
      }
    }
    return getUpdateEndpointMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.webhook.v1.DeleteEndpointRequest,
      io.modelwire.webhook.v1.DeleteEndpointResponse> getDeleteEndpointMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteEndpoint",
      requestType = io.modelwire.webhook.v1.DeleteEndpointRequest.class,
      responseType = io.modelwire.webhook.v1.DeleteEndpointResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.webhook.v1.DeleteEndpointRequest,
      io.modelwire.webhook.v1.DeleteEndpointResponse> getDeleteEndpointMethod() {
    io.grpc.MethodDescriptor<io.modelwire.webhook.v1.DeleteEndpointRequest, io.modelwire.webhook.v1.DeleteEndpointResponse> getDeleteEndpointMethod;
    if ((getDeleteEndpointMethod = WebhookServiceGrpc.getDeleteEndpointMethod) == null) {
      synchronized (WebhookServiceGrpc.class) {
        if ((getDeleteEndpointMethod = WebhookServiceGrpc.getDeleteEndpointMethod) == null) {
          WebhookServiceGrpc.getDeleteEndpointMethod = getDeleteEndpointMethod =
              io.grpc.MethodDescriptor.<io.modelwire.webhook.v1.DeleteEndpointRequest, io.modelwire.webhook.v1.DeleteEndpointResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteEndpoint"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.DeleteEndpointRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.DeleteEndpointResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WebhookServiceMethodDescriptorSupplier("DeleteEndpoint"))
              .build();
        }
      }
    }
    return getDeleteEndpointMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.webhook.v1.PauseEndpointRequest,
      io.modelwire.webhook.v1.PauseEndpointResponse> getPauseEndpointMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "PauseEndpoint",
      requestType = io.modelwire.webhook.v1.PauseEndpointRequest.class,
      responseType = io.modelwire.webhook.v1.PauseEndpointResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.webhook.v1.PauseEndpointRequest,
      io.modelwire.webhook.v1.PauseEndpointResponse> getPauseEndpointMethod() {
    io.grpc.MethodDescriptor<io.modelwire.webhook.v1.PauseEndpointRequest, io.modelwire.webhook.v1.PauseEndpointResponse> getPauseEndpointMethod;
    if ((getPauseEndpointMethod = WebhookServiceGrpc.getPauseEndpointMethod) == null) {
      synchronized (WebhookServiceGrpc.class) {
        if ((getPauseEndpointMethod = WebhookServiceGrpc.getPauseEndpointMethod) == null) {
          WebhookServiceGrpc.getPauseEndpointMethod = getPauseEndpointMethod =
              io.grpc.MethodDescriptor.<io.modelwire.webhook.v1.PauseEndpointRequest, io.modelwire.webhook.v1.PauseEndpointResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "PauseEndpoint"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.PauseEndpointRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.PauseEndpointResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WebhookServiceMethodDescriptorSupplier("PauseEndpoint"))
              .build();
        }
      }
    }
    return getPauseEndpointMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.webhook.v1.ResumeEndpointRequest,
      io.modelwire.webhook.v1.ResumeEndpointResponse> getResumeEndpointMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ResumeEndpoint",
      requestType = io.modelwire.webhook.v1.ResumeEndpointRequest.class,
      responseType = io.modelwire.webhook.v1.ResumeEndpointResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.webhook.v1.ResumeEndpointRequest,
      io.modelwire.webhook.v1.ResumeEndpointResponse> getResumeEndpointMethod() {
    io.grpc.MethodDescriptor<io.modelwire.webhook.v1.ResumeEndpointRequest, io.modelwire.webhook.v1.ResumeEndpointResponse> getResumeEndpointMethod;
    if ((getResumeEndpointMethod = WebhookServiceGrpc.getResumeEndpointMethod) == null) {
      synchronized (WebhookServiceGrpc.class) {
        if ((getResumeEndpointMethod = WebhookServiceGrpc.getResumeEndpointMethod) == null) {
          WebhookServiceGrpc.getResumeEndpointMethod = getResumeEndpointMethod =
              io.grpc.MethodDescriptor.<io.modelwire.webhook.v1.ResumeEndpointRequest, io.modelwire.webhook.v1.ResumeEndpointResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ResumeEndpoint"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.ResumeEndpointRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.ResumeEndpointResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WebhookServiceMethodDescriptorSupplier("ResumeEndpoint"))
              .build();
        }
      }
    }
    return getResumeEndpointMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.webhook.v1.RotateEndpointSecretRequest,
      io.modelwire.webhook.v1.RotateEndpointSecretResponse> getRotateEndpointSecretMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RotateEndpointSecret",
      requestType = io.modelwire.webhook.v1.RotateEndpointSecretRequest.class,
      responseType = io.modelwire.webhook.v1.RotateEndpointSecretResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.webhook.v1.RotateEndpointSecretRequest,
      io.modelwire.webhook.v1.RotateEndpointSecretResponse> getRotateEndpointSecretMethod() {
    io.grpc.MethodDescriptor<io.modelwire.webhook.v1.RotateEndpointSecretRequest, io.modelwire.webhook.v1.RotateEndpointSecretResponse> getRotateEndpointSecretMethod;
    if ((getRotateEndpointSecretMethod = WebhookServiceGrpc.getRotateEndpointSecretMethod) == null) {
      synchronized (WebhookServiceGrpc.class) {
        if ((getRotateEndpointSecretMethod = WebhookServiceGrpc.getRotateEndpointSecretMethod) == null) {
          WebhookServiceGrpc.getRotateEndpointSecretMethod = getRotateEndpointSecretMethod =
              io.grpc.MethodDescriptor.<io.modelwire.webhook.v1.RotateEndpointSecretRequest, io.modelwire.webhook.v1.RotateEndpointSecretResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RotateEndpointSecret"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.RotateEndpointSecretRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.RotateEndpointSecretResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WebhookServiceMethodDescriptorSupplier("RotateEndpointSecret"))
              .build();
        }
      }
    }
    return getRotateEndpointSecretMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.webhook.v1.TestEndpointRequest,
      io.modelwire.webhook.v1.TestEndpointResponse> getTestEndpointMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "TestEndpoint",
      requestType = io.modelwire.webhook.v1.TestEndpointRequest.class,
      responseType = io.modelwire.webhook.v1.TestEndpointResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.webhook.v1.TestEndpointRequest,
      io.modelwire.webhook.v1.TestEndpointResponse> getTestEndpointMethod() {
    io.grpc.MethodDescriptor<io.modelwire.webhook.v1.TestEndpointRequest, io.modelwire.webhook.v1.TestEndpointResponse> getTestEndpointMethod;
    if ((getTestEndpointMethod = WebhookServiceGrpc.getTestEndpointMethod) == null) {
      synchronized (WebhookServiceGrpc.class) {
        if ((getTestEndpointMethod = WebhookServiceGrpc.getTestEndpointMethod) == null) {
          WebhookServiceGrpc.getTestEndpointMethod = getTestEndpointMethod =
              io.grpc.MethodDescriptor.<io.modelwire.webhook.v1.TestEndpointRequest, io.modelwire.webhook.v1.TestEndpointResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "TestEndpoint"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.TestEndpointRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.TestEndpointResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WebhookServiceMethodDescriptorSupplier("TestEndpoint"))
              .build();
        }
      }
    }
    return getTestEndpointMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.webhook.v1.ListDeliveriesRequest,
      io.modelwire.webhook.v1.ListDeliveriesResponse> getListDeliveriesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListDeliveries",
      requestType = io.modelwire.webhook.v1.ListDeliveriesRequest.class,
      responseType = io.modelwire.webhook.v1.ListDeliveriesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.webhook.v1.ListDeliveriesRequest,
      io.modelwire.webhook.v1.ListDeliveriesResponse> getListDeliveriesMethod() {
    io.grpc.MethodDescriptor<io.modelwire.webhook.v1.ListDeliveriesRequest, io.modelwire.webhook.v1.ListDeliveriesResponse> getListDeliveriesMethod;
    if ((getListDeliveriesMethod = WebhookServiceGrpc.getListDeliveriesMethod) == null) {
      synchronized (WebhookServiceGrpc.class) {
        if ((getListDeliveriesMethod = WebhookServiceGrpc.getListDeliveriesMethod) == null) {
          WebhookServiceGrpc.getListDeliveriesMethod = getListDeliveriesMethod =
              io.grpc.MethodDescriptor.<io.modelwire.webhook.v1.ListDeliveriesRequest, io.modelwire.webhook.v1.ListDeliveriesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListDeliveries"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.ListDeliveriesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.ListDeliveriesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WebhookServiceMethodDescriptorSupplier("ListDeliveries"))
              .build();
        }
      }
    }
    return getListDeliveriesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.webhook.v1.GetDeliveryRequest,
      io.modelwire.webhook.v1.GetDeliveryResponse> getGetDeliveryMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetDelivery",
      requestType = io.modelwire.webhook.v1.GetDeliveryRequest.class,
      responseType = io.modelwire.webhook.v1.GetDeliveryResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.webhook.v1.GetDeliveryRequest,
      io.modelwire.webhook.v1.GetDeliveryResponse> getGetDeliveryMethod() {
    io.grpc.MethodDescriptor<io.modelwire.webhook.v1.GetDeliveryRequest, io.modelwire.webhook.v1.GetDeliveryResponse> getGetDeliveryMethod;
    if ((getGetDeliveryMethod = WebhookServiceGrpc.getGetDeliveryMethod) == null) {
      synchronized (WebhookServiceGrpc.class) {
        if ((getGetDeliveryMethod = WebhookServiceGrpc.getGetDeliveryMethod) == null) {
          WebhookServiceGrpc.getGetDeliveryMethod = getGetDeliveryMethod =
              io.grpc.MethodDescriptor.<io.modelwire.webhook.v1.GetDeliveryRequest, io.modelwire.webhook.v1.GetDeliveryResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetDelivery"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.GetDeliveryRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.GetDeliveryResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WebhookServiceMethodDescriptorSupplier("GetDelivery"))
              .build();
        }
      }
    }
    return getGetDeliveryMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.webhook.v1.RedeliverRequest,
      io.modelwire.webhook.v1.RedeliverResponse> getRedeliverMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Redeliver",
      requestType = io.modelwire.webhook.v1.RedeliverRequest.class,
      responseType = io.modelwire.webhook.v1.RedeliverResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.webhook.v1.RedeliverRequest,
      io.modelwire.webhook.v1.RedeliverResponse> getRedeliverMethod() {
    io.grpc.MethodDescriptor<io.modelwire.webhook.v1.RedeliverRequest, io.modelwire.webhook.v1.RedeliverResponse> getRedeliverMethod;
    if ((getRedeliverMethod = WebhookServiceGrpc.getRedeliverMethod) == null) {
      synchronized (WebhookServiceGrpc.class) {
        if ((getRedeliverMethod = WebhookServiceGrpc.getRedeliverMethod) == null) {
          WebhookServiceGrpc.getRedeliverMethod = getRedeliverMethod =
              io.grpc.MethodDescriptor.<io.modelwire.webhook.v1.RedeliverRequest, io.modelwire.webhook.v1.RedeliverResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Redeliver"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.RedeliverRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.RedeliverResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WebhookServiceMethodDescriptorSupplier("Redeliver"))
              .build();
        }
      }
    }
    return getRedeliverMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.webhook.v1.RecoverEndpointRequest,
      io.modelwire.webhook.v1.RecoverEndpointResponse> getRecoverEndpointMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RecoverEndpoint",
      requestType = io.modelwire.webhook.v1.RecoverEndpointRequest.class,
      responseType = io.modelwire.webhook.v1.RecoverEndpointResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.webhook.v1.RecoverEndpointRequest,
      io.modelwire.webhook.v1.RecoverEndpointResponse> getRecoverEndpointMethod() {
    io.grpc.MethodDescriptor<io.modelwire.webhook.v1.RecoverEndpointRequest, io.modelwire.webhook.v1.RecoverEndpointResponse> getRecoverEndpointMethod;
    if ((getRecoverEndpointMethod = WebhookServiceGrpc.getRecoverEndpointMethod) == null) {
      synchronized (WebhookServiceGrpc.class) {
        if ((getRecoverEndpointMethod = WebhookServiceGrpc.getRecoverEndpointMethod) == null) {
          WebhookServiceGrpc.getRecoverEndpointMethod = getRecoverEndpointMethod =
              io.grpc.MethodDescriptor.<io.modelwire.webhook.v1.RecoverEndpointRequest, io.modelwire.webhook.v1.RecoverEndpointResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RecoverEndpoint"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.RecoverEndpointRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.webhook.v1.RecoverEndpointResponse.getDefaultInstance()))
              .setSchemaDescriptor(new WebhookServiceMethodDescriptorSupplier("RecoverEndpoint"))
              .build();
        }
      }
    }
    return getRecoverEndpointMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static WebhookServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<WebhookServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<WebhookServiceStub>() {
        @java.lang.Override
        public WebhookServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new WebhookServiceStub(channel, callOptions);
        }
      };
    return WebhookServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static WebhookServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<WebhookServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<WebhookServiceBlockingV2Stub>() {
        @java.lang.Override
        public WebhookServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new WebhookServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return WebhookServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static WebhookServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<WebhookServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<WebhookServiceBlockingStub>() {
        @java.lang.Override
        public WebhookServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new WebhookServiceBlockingStub(channel, callOptions);
        }
      };
    return WebhookServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static WebhookServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<WebhookServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<WebhookServiceFutureStub>() {
        @java.lang.Override
        public WebhookServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new WebhookServiceFutureStub(channel, callOptions);
        }
      };
    return WebhookServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Says where events are sent, and shows what became of them.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Beside those that it lists, any can end with
   * MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED,
   * SHUTTING_DOWN or INTERNAL, and where authentication is on with those that
   * modelwire.access.v1.AccessService names.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Create an endpoint. Events committed from then on are sent to it.
     * The secret is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED, SECRET_KEY_MISSING.
     * </pre>
     */
    default void createEndpoint(io.modelwire.webhook.v1.CreateEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.CreateEndpointResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateEndpointMethod(), responseObserver);
    }

    /**
     * <pre>
     * Get an endpoint, with its health.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    default void getEndpoint(io.modelwire.webhook.v1.GetEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.GetEndpointResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetEndpointMethod(), responseObserver);
    }

    /**
     * <pre>
     * List endpoints, oldest first.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    default void listEndpoints(io.modelwire.webhook.v1.ListEndpointsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.ListEndpointsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListEndpointsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Change an endpoint: what is unset in the request stays as it is. The filter counts for events
     * that are committed from then on, everything else for what is sent from then on: by the server
     * that answers at once, by others within a second. What is being sent at that moment may still
     * arrive as it was.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    default void updateEndpoint(io.modelwire.webhook.v1.UpdateEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.UpdateEndpointResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateEndpointMethod(), responseObserver);
    }

    /**
     * <pre>
     * Delete an endpoint, with its deliveries. What is being sent at that moment may
     * still arrive. One that is deleted already is ENDPOINT_NOT_FOUND.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    default void deleteEndpoint(io.modelwire.webhook.v1.DeleteEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.DeleteEndpointResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteEndpointMethod(), responseObserver);
    }

    /**
     * <pre>
     * Pause an endpoint: its events wait, and none is dropped. What is being sent at that moment
     * may still arrive.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    default void pauseEndpoint(io.modelwire.webhook.v1.PauseEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.PauseEndpointResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getPauseEndpointMethod(), responseObserver);
    }

    /**
     * <pre>
     * Send to a paused or disabled endpoint again: first what has waited.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    default void resumeEndpoint(io.modelwire.webhook.v1.ResumeEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.ResumeEndpointResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getResumeEndpointMethod(), responseObserver);
    }

    /**
     * <pre>
     * Give an endpoint another secret. For a while, requests are signed with the earlier ones too:
     * with ten secrets in all at the most. One more is refused until the next ceases to sign; with an
     * overlap of 0, none but the new one signs, and none is refused.
     * The secret is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND, SECRET_KEY_MISSING, TOO_MANY_SECRETS.
     * </pre>
     */
    default void rotateEndpointSecret(io.modelwire.webhook.v1.RotateEndpointSecretRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.RotateEndpointSecretResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRotateEndpointSecretMethod(), responseObserver);
    }

    /**
     * <pre>
     * Send an endpoint a request now, signed as any other, whatever its state: an event of
     * EVENT_TYPE_ENDPOINT_TEST, or in the site's formats a registration of the model
     * `modelwire-test`, version 0, with the token `modelwire-test`. It is tried once and kept
     * nowhere, and counts neither for nor against the endpoint.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND, SECRET_KEY_MISSING.
     * </pre>
     */
    default void testEndpoint(io.modelwire.webhook.v1.TestEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.TestEndpointResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getTestEndpointMethod(), responseObserver);
    }

    /**
     * <pre>
     * List deliveries with their attempts, newest first.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    default void listDeliveries(io.modelwire.webhook.v1.ListDeliveriesRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.ListDeliveriesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListDeliveriesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Get a delivery with its attempts.
     * Errors: INVALID_FIELD, DELIVERY_NOT_FOUND.
     * </pre>
     */
    default void getDelivery(io.modelwire.webhook.v1.GetDeliveryRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.GetDeliveryResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetDeliveryMethod(), responseObserver);
    }

    /**
     * <pre>
     * Send a delivery again, at once and then by the schedule from its beginning, whatever became
     * of it before. The receiver sees the same id and the same bytes. One that is being sent at that
     * moment is refused, as it would arrive twice. At an ordered endpoint it waits for those before
     * it of the same model that wait, and those behind it wait for it.
     * Errors: INVALID_FIELD, DELIVERY_NOT_FOUND, DELIVERY_SKIPPED, DELIVERY_IN_PROGRESS.
     * </pre>
     */
    default void redeliver(io.modelwire.webhook.v1.RedeliverRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.RedeliverResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRedeliverMethod(), responseObserver);
    }

    /**
     * <pre>
     * Send an endpoint again what has failed for good, of the events of some time. It is sent in
     * the order of the events.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    default void recoverEndpoint(io.modelwire.webhook.v1.RecoverEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.RecoverEndpointResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRecoverEndpointMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service WebhookService.
   * <pre>
   * Says where events are sent, and shows what became of them.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Beside those that it lists, any can end with
   * MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED,
   * SHUTTING_DOWN or INTERNAL, and where authentication is on with those that
   * modelwire.access.v1.AccessService names.
   * </pre>
   */
  public static abstract class WebhookServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return WebhookServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service WebhookService.
   * <pre>
   * Says where events are sent, and shows what became of them.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Beside those that it lists, any can end with
   * MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED,
   * SHUTTING_DOWN or INTERNAL, and where authentication is on with those that
   * modelwire.access.v1.AccessService names.
   * </pre>
   */
  public static final class WebhookServiceStub
      extends io.grpc.stub.AbstractAsyncStub<WebhookServiceStub> {
    private WebhookServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected WebhookServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new WebhookServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Create an endpoint. Events committed from then on are sent to it.
     * The secret is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED, SECRET_KEY_MISSING.
     * </pre>
     */
    public void createEndpoint(io.modelwire.webhook.v1.CreateEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.CreateEndpointResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateEndpointMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Get an endpoint, with its health.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public void getEndpoint(io.modelwire.webhook.v1.GetEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.GetEndpointResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetEndpointMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * List endpoints, oldest first.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public void listEndpoints(io.modelwire.webhook.v1.ListEndpointsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.ListEndpointsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListEndpointsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Change an endpoint: what is unset in the request stays as it is. The filter counts for events
     * that are committed from then on, everything else for what is sent from then on: by the server
     * that answers at once, by others within a second. What is being sent at that moment may still
     * arrive as it was.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public void updateEndpoint(io.modelwire.webhook.v1.UpdateEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.UpdateEndpointResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateEndpointMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Delete an endpoint, with its deliveries. What is being sent at that moment may
     * still arrive. One that is deleted already is ENDPOINT_NOT_FOUND.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public void deleteEndpoint(io.modelwire.webhook.v1.DeleteEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.DeleteEndpointResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteEndpointMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Pause an endpoint: its events wait, and none is dropped. What is being sent at that moment
     * may still arrive.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public void pauseEndpoint(io.modelwire.webhook.v1.PauseEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.PauseEndpointResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getPauseEndpointMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Send to a paused or disabled endpoint again: first what has waited.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public void resumeEndpoint(io.modelwire.webhook.v1.ResumeEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.ResumeEndpointResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getResumeEndpointMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Give an endpoint another secret. For a while, requests are signed with the earlier ones too:
     * with ten secrets in all at the most. One more is refused until the next ceases to sign; with an
     * overlap of 0, none but the new one signs, and none is refused.
     * The secret is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND, SECRET_KEY_MISSING, TOO_MANY_SECRETS.
     * </pre>
     */
    public void rotateEndpointSecret(io.modelwire.webhook.v1.RotateEndpointSecretRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.RotateEndpointSecretResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRotateEndpointSecretMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Send an endpoint a request now, signed as any other, whatever its state: an event of
     * EVENT_TYPE_ENDPOINT_TEST, or in the site's formats a registration of the model
     * `modelwire-test`, version 0, with the token `modelwire-test`. It is tried once and kept
     * nowhere, and counts neither for nor against the endpoint.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND, SECRET_KEY_MISSING.
     * </pre>
     */
    public void testEndpoint(io.modelwire.webhook.v1.TestEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.TestEndpointResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getTestEndpointMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * List deliveries with their attempts, newest first.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public void listDeliveries(io.modelwire.webhook.v1.ListDeliveriesRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.ListDeliveriesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListDeliveriesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Get a delivery with its attempts.
     * Errors: INVALID_FIELD, DELIVERY_NOT_FOUND.
     * </pre>
     */
    public void getDelivery(io.modelwire.webhook.v1.GetDeliveryRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.GetDeliveryResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetDeliveryMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Send a delivery again, at once and then by the schedule from its beginning, whatever became
     * of it before. The receiver sees the same id and the same bytes. One that is being sent at that
     * moment is refused, as it would arrive twice. At an ordered endpoint it waits for those before
     * it of the same model that wait, and those behind it wait for it.
     * Errors: INVALID_FIELD, DELIVERY_NOT_FOUND, DELIVERY_SKIPPED, DELIVERY_IN_PROGRESS.
     * </pre>
     */
    public void redeliver(io.modelwire.webhook.v1.RedeliverRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.RedeliverResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRedeliverMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Send an endpoint again what has failed for good, of the events of some time. It is sent in
     * the order of the events.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public void recoverEndpoint(io.modelwire.webhook.v1.RecoverEndpointRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.RecoverEndpointResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRecoverEndpointMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service WebhookService.
   * <pre>
   * Says where events are sent, and shows what became of them.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Beside those that it lists, any can end with
   * MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED,
   * SHUTTING_DOWN or INTERNAL, and where authentication is on with those that
   * modelwire.access.v1.AccessService names.
   * </pre>
   */
  public static final class WebhookServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<WebhookServiceBlockingV2Stub> {
    private WebhookServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected WebhookServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new WebhookServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Create an endpoint. Events committed from then on are sent to it.
     * The secret is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED, SECRET_KEY_MISSING.
     * </pre>
     */
    public io.modelwire.webhook.v1.CreateEndpointResponse createEndpoint(io.modelwire.webhook.v1.CreateEndpointRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get an endpoint, with its health.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.GetEndpointResponse getEndpoint(io.modelwire.webhook.v1.GetEndpointRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List endpoints, oldest first.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public io.modelwire.webhook.v1.ListEndpointsResponse listEndpoints(io.modelwire.webhook.v1.ListEndpointsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListEndpointsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Change an endpoint: what is unset in the request stays as it is. The filter counts for events
     * that are committed from then on, everything else for what is sent from then on: by the server
     * that answers at once, by others within a second. What is being sent at that moment may still
     * arrive as it was.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.UpdateEndpointResponse updateEndpoint(io.modelwire.webhook.v1.UpdateEndpointRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Delete an endpoint, with its deliveries. What is being sent at that moment may
     * still arrive. One that is deleted already is ENDPOINT_NOT_FOUND.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.DeleteEndpointResponse deleteEndpoint(io.modelwire.webhook.v1.DeleteEndpointRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Pause an endpoint: its events wait, and none is dropped. What is being sent at that moment
     * may still arrive.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.PauseEndpointResponse pauseEndpoint(io.modelwire.webhook.v1.PauseEndpointRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getPauseEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Send to a paused or disabled endpoint again: first what has waited.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.ResumeEndpointResponse resumeEndpoint(io.modelwire.webhook.v1.ResumeEndpointRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getResumeEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Give an endpoint another secret. For a while, requests are signed with the earlier ones too:
     * with ten secrets in all at the most. One more is refused until the next ceases to sign; with an
     * overlap of 0, none but the new one signs, and none is refused.
     * The secret is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND, SECRET_KEY_MISSING, TOO_MANY_SECRETS.
     * </pre>
     */
    public io.modelwire.webhook.v1.RotateEndpointSecretResponse rotateEndpointSecret(io.modelwire.webhook.v1.RotateEndpointSecretRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRotateEndpointSecretMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Send an endpoint a request now, signed as any other, whatever its state: an event of
     * EVENT_TYPE_ENDPOINT_TEST, or in the site's formats a registration of the model
     * `modelwire-test`, version 0, with the token `modelwire-test`. It is tried once and kept
     * nowhere, and counts neither for nor against the endpoint.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND, SECRET_KEY_MISSING.
     * </pre>
     */
    public io.modelwire.webhook.v1.TestEndpointResponse testEndpoint(io.modelwire.webhook.v1.TestEndpointRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getTestEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List deliveries with their attempts, newest first.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public io.modelwire.webhook.v1.ListDeliveriesResponse listDeliveries(io.modelwire.webhook.v1.ListDeliveriesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListDeliveriesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get a delivery with its attempts.
     * Errors: INVALID_FIELD, DELIVERY_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.GetDeliveryResponse getDelivery(io.modelwire.webhook.v1.GetDeliveryRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetDeliveryMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Send a delivery again, at once and then by the schedule from its beginning, whatever became
     * of it before. The receiver sees the same id and the same bytes. One that is being sent at that
     * moment is refused, as it would arrive twice. At an ordered endpoint it waits for those before
     * it of the same model that wait, and those behind it wait for it.
     * Errors: INVALID_FIELD, DELIVERY_NOT_FOUND, DELIVERY_SKIPPED, DELIVERY_IN_PROGRESS.
     * </pre>
     */
    public io.modelwire.webhook.v1.RedeliverResponse redeliver(io.modelwire.webhook.v1.RedeliverRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRedeliverMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Send an endpoint again what has failed for good, of the events of some time. It is sent in
     * the order of the events.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.RecoverEndpointResponse recoverEndpoint(io.modelwire.webhook.v1.RecoverEndpointRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRecoverEndpointMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service WebhookService.
   * <pre>
   * Says where events are sent, and shows what became of them.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Beside those that it lists, any can end with
   * MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED,
   * SHUTTING_DOWN or INTERNAL, and where authentication is on with those that
   * modelwire.access.v1.AccessService names.
   * </pre>
   */
  public static final class WebhookServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<WebhookServiceBlockingStub> {
    private WebhookServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected WebhookServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new WebhookServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Create an endpoint. Events committed from then on are sent to it.
     * The secret is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED, SECRET_KEY_MISSING.
     * </pre>
     */
    public io.modelwire.webhook.v1.CreateEndpointResponse createEndpoint(io.modelwire.webhook.v1.CreateEndpointRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get an endpoint, with its health.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.GetEndpointResponse getEndpoint(io.modelwire.webhook.v1.GetEndpointRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List endpoints, oldest first.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public io.modelwire.webhook.v1.ListEndpointsResponse listEndpoints(io.modelwire.webhook.v1.ListEndpointsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListEndpointsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Change an endpoint: what is unset in the request stays as it is. The filter counts for events
     * that are committed from then on, everything else for what is sent from then on: by the server
     * that answers at once, by others within a second. What is being sent at that moment may still
     * arrive as it was.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.UpdateEndpointResponse updateEndpoint(io.modelwire.webhook.v1.UpdateEndpointRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Delete an endpoint, with its deliveries. What is being sent at that moment may
     * still arrive. One that is deleted already is ENDPOINT_NOT_FOUND.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.DeleteEndpointResponse deleteEndpoint(io.modelwire.webhook.v1.DeleteEndpointRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Pause an endpoint: its events wait, and none is dropped. What is being sent at that moment
     * may still arrive.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.PauseEndpointResponse pauseEndpoint(io.modelwire.webhook.v1.PauseEndpointRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getPauseEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Send to a paused or disabled endpoint again: first what has waited.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.ResumeEndpointResponse resumeEndpoint(io.modelwire.webhook.v1.ResumeEndpointRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getResumeEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Give an endpoint another secret. For a while, requests are signed with the earlier ones too:
     * with ten secrets in all at the most. One more is refused until the next ceases to sign; with an
     * overlap of 0, none but the new one signs, and none is refused.
     * The secret is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND, SECRET_KEY_MISSING, TOO_MANY_SECRETS.
     * </pre>
     */
    public io.modelwire.webhook.v1.RotateEndpointSecretResponse rotateEndpointSecret(io.modelwire.webhook.v1.RotateEndpointSecretRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRotateEndpointSecretMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Send an endpoint a request now, signed as any other, whatever its state: an event of
     * EVENT_TYPE_ENDPOINT_TEST, or in the site's formats a registration of the model
     * `modelwire-test`, version 0, with the token `modelwire-test`. It is tried once and kept
     * nowhere, and counts neither for nor against the endpoint.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND, SECRET_KEY_MISSING.
     * </pre>
     */
    public io.modelwire.webhook.v1.TestEndpointResponse testEndpoint(io.modelwire.webhook.v1.TestEndpointRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getTestEndpointMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List deliveries with their attempts, newest first.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public io.modelwire.webhook.v1.ListDeliveriesResponse listDeliveries(io.modelwire.webhook.v1.ListDeliveriesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListDeliveriesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get a delivery with its attempts.
     * Errors: INVALID_FIELD, DELIVERY_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.GetDeliveryResponse getDelivery(io.modelwire.webhook.v1.GetDeliveryRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetDeliveryMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Send a delivery again, at once and then by the schedule from its beginning, whatever became
     * of it before. The receiver sees the same id and the same bytes. One that is being sent at that
     * moment is refused, as it would arrive twice. At an ordered endpoint it waits for those before
     * it of the same model that wait, and those behind it wait for it.
     * Errors: INVALID_FIELD, DELIVERY_NOT_FOUND, DELIVERY_SKIPPED, DELIVERY_IN_PROGRESS.
     * </pre>
     */
    public io.modelwire.webhook.v1.RedeliverResponse redeliver(io.modelwire.webhook.v1.RedeliverRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRedeliverMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Send an endpoint again what has failed for good, of the events of some time. It is sent in
     * the order of the events.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.webhook.v1.RecoverEndpointResponse recoverEndpoint(io.modelwire.webhook.v1.RecoverEndpointRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRecoverEndpointMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service WebhookService.
   * <pre>
   * Says where events are sent, and shows what became of them.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Beside those that it lists, any can end with
   * MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED,
   * SHUTTING_DOWN or INTERNAL, and where authentication is on with those that
   * modelwire.access.v1.AccessService names.
   * </pre>
   */
  public static final class WebhookServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<WebhookServiceFutureStub> {
    private WebhookServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected WebhookServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new WebhookServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Create an endpoint. Events committed from then on are sent to it.
     * The secret is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED, SECRET_KEY_MISSING.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.webhook.v1.CreateEndpointResponse> createEndpoint(
        io.modelwire.webhook.v1.CreateEndpointRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateEndpointMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Get an endpoint, with its health.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.webhook.v1.GetEndpointResponse> getEndpoint(
        io.modelwire.webhook.v1.GetEndpointRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetEndpointMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * List endpoints, oldest first.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.webhook.v1.ListEndpointsResponse> listEndpoints(
        io.modelwire.webhook.v1.ListEndpointsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListEndpointsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Change an endpoint: what is unset in the request stays as it is. The filter counts for events
     * that are committed from then on, everything else for what is sent from then on: by the server
     * that answers at once, by others within a second. What is being sent at that moment may still
     * arrive as it was.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.webhook.v1.UpdateEndpointResponse> updateEndpoint(
        io.modelwire.webhook.v1.UpdateEndpointRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateEndpointMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Delete an endpoint, with its deliveries. What is being sent at that moment may
     * still arrive. One that is deleted already is ENDPOINT_NOT_FOUND.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.webhook.v1.DeleteEndpointResponse> deleteEndpoint(
        io.modelwire.webhook.v1.DeleteEndpointRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteEndpointMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Pause an endpoint: its events wait, and none is dropped. What is being sent at that moment
     * may still arrive.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.webhook.v1.PauseEndpointResponse> pauseEndpoint(
        io.modelwire.webhook.v1.PauseEndpointRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getPauseEndpointMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Send to a paused or disabled endpoint again: first what has waited.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.webhook.v1.ResumeEndpointResponse> resumeEndpoint(
        io.modelwire.webhook.v1.ResumeEndpointRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getResumeEndpointMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Give an endpoint another secret. For a while, requests are signed with the earlier ones too:
     * with ten secrets in all at the most. One more is refused until the next ceases to sign; with an
     * overlap of 0, none but the new one signs, and none is refused.
     * The secret is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND, SECRET_KEY_MISSING, TOO_MANY_SECRETS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.webhook.v1.RotateEndpointSecretResponse> rotateEndpointSecret(
        io.modelwire.webhook.v1.RotateEndpointSecretRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRotateEndpointSecretMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Send an endpoint a request now, signed as any other, whatever its state: an event of
     * EVENT_TYPE_ENDPOINT_TEST, or in the site's formats a registration of the model
     * `modelwire-test`, version 0, with the token `modelwire-test`. It is tried once and kept
     * nowhere, and counts neither for nor against the endpoint.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND, SECRET_KEY_MISSING.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.webhook.v1.TestEndpointResponse> testEndpoint(
        io.modelwire.webhook.v1.TestEndpointRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getTestEndpointMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * List deliveries with their attempts, newest first.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.webhook.v1.ListDeliveriesResponse> listDeliveries(
        io.modelwire.webhook.v1.ListDeliveriesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListDeliveriesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Get a delivery with its attempts.
     * Errors: INVALID_FIELD, DELIVERY_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.webhook.v1.GetDeliveryResponse> getDelivery(
        io.modelwire.webhook.v1.GetDeliveryRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetDeliveryMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Send a delivery again, at once and then by the schedule from its beginning, whatever became
     * of it before. The receiver sees the same id and the same bytes. One that is being sent at that
     * moment is refused, as it would arrive twice. At an ordered endpoint it waits for those before
     * it of the same model that wait, and those behind it wait for it.
     * Errors: INVALID_FIELD, DELIVERY_NOT_FOUND, DELIVERY_SKIPPED, DELIVERY_IN_PROGRESS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.webhook.v1.RedeliverResponse> redeliver(
        io.modelwire.webhook.v1.RedeliverRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRedeliverMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Send an endpoint again what has failed for good, of the events of some time. It is sent in
     * the order of the events.
     * Errors: INVALID_FIELD, ENDPOINT_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.webhook.v1.RecoverEndpointResponse> recoverEndpoint(
        io.modelwire.webhook.v1.RecoverEndpointRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRecoverEndpointMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_ENDPOINT = 0;
  private static final int METHODID_GET_ENDPOINT = 1;
  private static final int METHODID_LIST_ENDPOINTS = 2;
  private static final int METHODID_UPDATE_ENDPOINT = 3;
  private static final int METHODID_DELETE_ENDPOINT = 4;
  private static final int METHODID_PAUSE_ENDPOINT = 5;
  private static final int METHODID_RESUME_ENDPOINT = 6;
  private static final int METHODID_ROTATE_ENDPOINT_SECRET = 7;
  private static final int METHODID_TEST_ENDPOINT = 8;
  private static final int METHODID_LIST_DELIVERIES = 9;
  private static final int METHODID_GET_DELIVERY = 10;
  private static final int METHODID_REDELIVER = 11;
  private static final int METHODID_RECOVER_ENDPOINT = 12;

  private static final class MethodHandlers<Req, Resp> implements
      io.grpc.stub.ServerCalls.UnaryMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ServerStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ClientStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.BidiStreamingMethod<Req, Resp> {
    private final AsyncService serviceImpl;
    private final int methodId;

    MethodHandlers(AsyncService serviceImpl, int methodId) {
      this.serviceImpl = serviceImpl;
      this.methodId = methodId;
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public void invoke(Req request, io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        case METHODID_CREATE_ENDPOINT:
          serviceImpl.createEndpoint((io.modelwire.webhook.v1.CreateEndpointRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.CreateEndpointResponse>) responseObserver);
          break;
        case METHODID_GET_ENDPOINT:
          serviceImpl.getEndpoint((io.modelwire.webhook.v1.GetEndpointRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.GetEndpointResponse>) responseObserver);
          break;
        case METHODID_LIST_ENDPOINTS:
          serviceImpl.listEndpoints((io.modelwire.webhook.v1.ListEndpointsRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.ListEndpointsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_ENDPOINT:
          serviceImpl.updateEndpoint((io.modelwire.webhook.v1.UpdateEndpointRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.UpdateEndpointResponse>) responseObserver);
          break;
        case METHODID_DELETE_ENDPOINT:
          serviceImpl.deleteEndpoint((io.modelwire.webhook.v1.DeleteEndpointRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.DeleteEndpointResponse>) responseObserver);
          break;
        case METHODID_PAUSE_ENDPOINT:
          serviceImpl.pauseEndpoint((io.modelwire.webhook.v1.PauseEndpointRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.PauseEndpointResponse>) responseObserver);
          break;
        case METHODID_RESUME_ENDPOINT:
          serviceImpl.resumeEndpoint((io.modelwire.webhook.v1.ResumeEndpointRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.ResumeEndpointResponse>) responseObserver);
          break;
        case METHODID_ROTATE_ENDPOINT_SECRET:
          serviceImpl.rotateEndpointSecret((io.modelwire.webhook.v1.RotateEndpointSecretRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.RotateEndpointSecretResponse>) responseObserver);
          break;
        case METHODID_TEST_ENDPOINT:
          serviceImpl.testEndpoint((io.modelwire.webhook.v1.TestEndpointRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.TestEndpointResponse>) responseObserver);
          break;
        case METHODID_LIST_DELIVERIES:
          serviceImpl.listDeliveries((io.modelwire.webhook.v1.ListDeliveriesRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.ListDeliveriesResponse>) responseObserver);
          break;
        case METHODID_GET_DELIVERY:
          serviceImpl.getDelivery((io.modelwire.webhook.v1.GetDeliveryRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.GetDeliveryResponse>) responseObserver);
          break;
        case METHODID_REDELIVER:
          serviceImpl.redeliver((io.modelwire.webhook.v1.RedeliverRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.RedeliverResponse>) responseObserver);
          break;
        case METHODID_RECOVER_ENDPOINT:
          serviceImpl.recoverEndpoint((io.modelwire.webhook.v1.RecoverEndpointRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.webhook.v1.RecoverEndpointResponse>) responseObserver);
          break;
        default:
          throw new AssertionError();
      }
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public io.grpc.stub.StreamObserver<Req> invoke(
        io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getCreateEndpointMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.webhook.v1.CreateEndpointRequest,
              io.modelwire.webhook.v1.CreateEndpointResponse>(
                service, METHODID_CREATE_ENDPOINT)))
        .addMethod(
          getGetEndpointMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.webhook.v1.GetEndpointRequest,
              io.modelwire.webhook.v1.GetEndpointResponse>(
                service, METHODID_GET_ENDPOINT)))
        .addMethod(
          getListEndpointsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.webhook.v1.ListEndpointsRequest,
              io.modelwire.webhook.v1.ListEndpointsResponse>(
                service, METHODID_LIST_ENDPOINTS)))
        .addMethod(
          getUpdateEndpointMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.webhook.v1.UpdateEndpointRequest,
              io.modelwire.webhook.v1.UpdateEndpointResponse>(
                service, METHODID_UPDATE_ENDPOINT)))
        .addMethod(
          getDeleteEndpointMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.webhook.v1.DeleteEndpointRequest,
              io.modelwire.webhook.v1.DeleteEndpointResponse>(
                service, METHODID_DELETE_ENDPOINT)))
        .addMethod(
          getPauseEndpointMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.webhook.v1.PauseEndpointRequest,
              io.modelwire.webhook.v1.PauseEndpointResponse>(
                service, METHODID_PAUSE_ENDPOINT)))
        .addMethod(
          getResumeEndpointMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.webhook.v1.ResumeEndpointRequest,
              io.modelwire.webhook.v1.ResumeEndpointResponse>(
                service, METHODID_RESUME_ENDPOINT)))
        .addMethod(
          getRotateEndpointSecretMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.webhook.v1.RotateEndpointSecretRequest,
              io.modelwire.webhook.v1.RotateEndpointSecretResponse>(
                service, METHODID_ROTATE_ENDPOINT_SECRET)))
        .addMethod(
          getTestEndpointMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.webhook.v1.TestEndpointRequest,
              io.modelwire.webhook.v1.TestEndpointResponse>(
                service, METHODID_TEST_ENDPOINT)))
        .addMethod(
          getListDeliveriesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.webhook.v1.ListDeliveriesRequest,
              io.modelwire.webhook.v1.ListDeliveriesResponse>(
                service, METHODID_LIST_DELIVERIES)))
        .addMethod(
          getGetDeliveryMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.webhook.v1.GetDeliveryRequest,
              io.modelwire.webhook.v1.GetDeliveryResponse>(
                service, METHODID_GET_DELIVERY)))
        .addMethod(
          getRedeliverMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.webhook.v1.RedeliverRequest,
              io.modelwire.webhook.v1.RedeliverResponse>(
                service, METHODID_REDELIVER)))
        .addMethod(
          getRecoverEndpointMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.webhook.v1.RecoverEndpointRequest,
              io.modelwire.webhook.v1.RecoverEndpointResponse>(
                service, METHODID_RECOVER_ENDPOINT)))
        .build();
  }

  private static abstract class WebhookServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    WebhookServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.modelwire.webhook.v1.WebhookServiceProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("WebhookService");
    }
  }

  private static final class WebhookServiceFileDescriptorSupplier
      extends WebhookServiceBaseDescriptorSupplier {
    WebhookServiceFileDescriptorSupplier() {}
  }

  private static final class WebhookServiceMethodDescriptorSupplier
      extends WebhookServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    WebhookServiceMethodDescriptorSupplier(java.lang.String methodName) {
      this.methodName = methodName;
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.MethodDescriptor getMethodDescriptor() {
      return getServiceDescriptor().findMethodByName(methodName);
    }
  }

  private static volatile io.grpc.ServiceDescriptor serviceDescriptor;

  public static io.grpc.ServiceDescriptor getServiceDescriptor() {
    io.grpc.ServiceDescriptor result = serviceDescriptor;
    if (result == null) {
      synchronized (WebhookServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new WebhookServiceFileDescriptorSupplier())
              .addMethod(getCreateEndpointMethod())
              .addMethod(getGetEndpointMethod())
              .addMethod(getListEndpointsMethod())
              .addMethod(getUpdateEndpointMethod())
              .addMethod(getDeleteEndpointMethod())
              .addMethod(getPauseEndpointMethod())
              .addMethod(getResumeEndpointMethod())
              .addMethod(getRotateEndpointSecretMethod())
              .addMethod(getTestEndpointMethod())
              .addMethod(getListDeliveriesMethod())
              .addMethod(getGetDeliveryMethod())
              .addMethod(getRedeliverMethod())
              .addMethod(getRecoverEndpointMethod())
              .build();
        }
      }
    }
    return result;
  }
}
