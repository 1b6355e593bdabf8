package io.modelwire.access.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Says who may call, and what.
 * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
 * modelwire.registry.v1.ErrorReason. Where authentication is on, any RPC of any service can end with
 * CREDENTIALS_MISSING, CREDENTIALS_INVALID, IDENTITY_PROVIDER_UNAVAILABLE or SCOPE_MISSING, and one
 * that registers or changes a model with MODEL_NOT_PERMITTED. Beside those and those that it lists,
 * any here can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW,
 * DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class AccessServiceGrpc {

  private AccessServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "modelwire.access.v1.AccessService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.modelwire.access.v1.CreateApiKeyRequest,
      io.modelwire.access.v1.CreateApiKeyResponse> getCreateApiKeyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateApiKey",
      requestType = io.modelwire.access.v1.CreateApiKeyRequest.class,
      responseType = io.modelwire.access.v1.CreateApiKeyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.access.v1.CreateApiKeyRequest,
      io.modelwire.access.v1.CreateApiKeyResponse> getCreateApiKeyMethod() {
    io.grpc.MethodDescriptor<io.modelwire.access.v1.CreateApiKeyRequest, io.modelwire.access.v1.CreateApiKeyResponse> getCreateApiKeyMethod;
    if ((getCreateApiKeyMethod = AccessServiceGrpc.getCreateApiKeyMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getCreateApiKeyMethod = AccessServiceGrpc.getCreateApiKeyMethod) == null) {
          AccessServiceGrpc.getCreateApiKeyMethod = getCreateApiKeyMethod =
              io.grpc.MethodDescriptor.<io.modelwire.access.v1.CreateApiKeyRequest, io.modelwire.access.v1.CreateApiKeyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateApiKey"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.CreateApiKeyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.CreateApiKeyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("CreateApiKey"))
              .build();
        }
      }
    }
    return getCreateApiKeyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.access.v1.GetApiKeyRequest,
      io.modelwire.access.v1.GetApiKeyResponse> getGetApiKeyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetApiKey",
      requestType = io.modelwire.access.v1.GetApiKeyRequest.class,
      responseType = io.modelwire.access.v1.GetApiKeyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.access.v1.GetApiKeyRequest,
      io.modelwire.access.v1.GetApiKeyResponse> getGetApiKeyMethod() {
    io.grpc.MethodDescriptor<io.modelwire.access.v1.GetApiKeyRequest, io.modelwire.access.v1.GetApiKeyResponse> getGetApiKeyMethod;
    if ((getGetApiKeyMethod = AccessServiceGrpc.getGetApiKeyMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getGetApiKeyMethod = AccessServiceGrpc.getGetApiKeyMethod) == null) {
          AccessServiceGrpc.getGetApiKeyMethod = getGetApiKeyMethod =
              io.grpc.MethodDescriptor.<io.modelwire.access.v1.GetApiKeyRequest, io.modelwire.access.v1.GetApiKeyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetApiKey"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.GetApiKeyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.GetApiKeyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("GetApiKey"))
              .build();
        }
      }
    }
    return getGetApiKeyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.access.v1.ListApiKeysRequest,
      io.modelwire.access.v1.ListApiKeysResponse> getListApiKeysMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListApiKeys",
      requestType = io.modelwire.access.v1.ListApiKeysRequest.class,
      responseType = io.modelwire.access.v1.ListApiKeysResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.access.v1.ListApiKeysRequest,
      io.modelwire.access.v1.ListApiKeysResponse> getListApiKeysMethod() {
    io.grpc.MethodDescriptor<io.modelwire.access.v1.ListApiKeysRequest, io.modelwire.access.v1.ListApiKeysResponse> getListApiKeysMethod;
    if ((getListApiKeysMethod = AccessServiceGrpc.getListApiKeysMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getListApiKeysMethod = AccessServiceGrpc.getListApiKeysMethod) == null) {
          AccessServiceGrpc.getListApiKeysMethod = getListApiKeysMethod =
              io.grpc.MethodDescriptor.<io.modelwire.access.v1.ListApiKeysRequest, io.modelwire.access.v1.ListApiKeysResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListApiKeys"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.ListApiKeysRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.ListApiKeysResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("ListApiKeys"))
              .build();
        }
      }
    }
    return getListApiKeysMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.access.v1.UpdateApiKeyRequest,
      io.modelwire.access.v1.UpdateApiKeyResponse> getUpdateApiKeyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateApiKey",
      requestType = io.modelwire.access.v1.UpdateApiKeyRequest.class,
      responseType = io.modelwire.access.v1.UpdateApiKeyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.access.v1.UpdateApiKeyRequest,
      io.modelwire.access.v1.UpdateApiKeyResponse> getUpdateApiKeyMethod() {
    io.grpc.MethodDescriptor<io.modelwire.access.v1.UpdateApiKeyRequest, io.modelwire.access.v1.UpdateApiKeyResponse> getUpdateApiKeyMethod;
    if ((getUpdateApiKeyMethod = AccessServiceGrpc.getUpdateApiKeyMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getUpdateApiKeyMethod = AccessServiceGrpc.getUpdateApiKeyMethod) == null) {
          AccessServiceGrpc.getUpdateApiKeyMethod = getUpdateApiKeyMethod =
              io.grpc.MethodDescriptor.<io.modelwire.access.v1.UpdateApiKeyRequest, io.modelwire.access.v1.UpdateApiKeyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateApiKey"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.UpdateApiKeyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.UpdateApiKeyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("UpdateApiKey"))
              .build();
        }
      }
    }
    return getUpdateApiKeyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.access.v1.RotateApiKeyRequest,
      io.modelwire.access.v1.RotateApiKeyResponse> getRotateApiKeyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RotateApiKey",
      requestType = io.modelwire.access.v1.RotateApiKeyRequest.class,
      responseType = io.modelwire.access.v1.RotateApiKeyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.access.v1.RotateApiKeyRequest,
      io.modelwire.access.v1.RotateApiKeyResponse> getRotateApiKeyMethod() {
    io.grpc.MethodDescriptor<io.modelwire.access.v1.RotateApiKeyRequest, io.modelwire.access.v1.RotateApiKeyResponse> getRotateApiKeyMethod;
    if ((getRotateApiKeyMethod = AccessServiceGrpc.getRotateApiKeyMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getRotateApiKeyMethod = AccessServiceGrpc.getRotateApiKeyMethod) == null) {
          AccessServiceGrpc.getRotateApiKeyMethod = getRotateApiKeyMethod =
              io.grpc.MethodDescriptor.<io.modelwire.access.v1.RotateApiKeyRequest, io.modelwire.access.v1.RotateApiKeyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RotateApiKey"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.RotateApiKeyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.RotateApiKeyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("RotateApiKey"))
              .build();
        }
      }
    }
    return getRotateApiKeyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.access.v1.RevokeApiKeyRequest,
      io.modelwire.access.v1.RevokeApiKeyResponse> getRevokeApiKeyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RevokeApiKey",
      requestType = io.modelwire.access.v1.RevokeApiKeyRequest.class,
      responseType = io.modelwire.access.v1.RevokeApiKeyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.access.v1.RevokeApiKeyRequest,
      io.modelwire.access.v1.RevokeApiKeyResponse> getRevokeApiKeyMethod() {
    io.grpc.MethodDescriptor<io.modelwire.access.v1.RevokeApiKeyRequest, io.modelwire.access.v1.RevokeApiKeyResponse> getRevokeApiKeyMethod;
    if ((getRevokeApiKeyMethod = AccessServiceGrpc.getRevokeApiKeyMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getRevokeApiKeyMethod = AccessServiceGrpc.getRevokeApiKeyMethod) == null) {
          AccessServiceGrpc.getRevokeApiKeyMethod = getRevokeApiKeyMethod =
              io.grpc.MethodDescriptor.<io.modelwire.access.v1.RevokeApiKeyRequest, io.modelwire.access.v1.RevokeApiKeyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RevokeApiKey"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.RevokeApiKeyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.RevokeApiKeyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("RevokeApiKey"))
              .build();
        }
      }
    }
    return getRevokeApiKeyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.access.v1.WhoAmIRequest,
      io.modelwire.access.v1.WhoAmIResponse> getWhoAmIMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "WhoAmI",
      requestType = io.modelwire.access.v1.WhoAmIRequest.class,
      responseType = io.modelwire.access.v1.WhoAmIResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.access.v1.WhoAmIRequest,
      io.modelwire.access.v1.WhoAmIResponse> getWhoAmIMethod() {
    io.grpc.MethodDescriptor<io.modelwire.access.v1.WhoAmIRequest, io.modelwire.access.v1.WhoAmIResponse> getWhoAmIMethod;
    if ((getWhoAmIMethod = AccessServiceGrpc.getWhoAmIMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getWhoAmIMethod = AccessServiceGrpc.getWhoAmIMethod) == null) {
          AccessServiceGrpc.getWhoAmIMethod = getWhoAmIMethod =
              io.grpc.MethodDescriptor.<io.modelwire.access.v1.WhoAmIRequest, io.modelwire.access.v1.WhoAmIResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "WhoAmI"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.WhoAmIRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.access.v1.WhoAmIResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("WhoAmI"))
              .build();
        }
      }
    }
    return getWhoAmIMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static AccessServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AccessServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AccessServiceStub>() {
        @java.lang.Override
        public AccessServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AccessServiceStub(channel, callOptions);
        }
      };
    return AccessServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static AccessServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AccessServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AccessServiceBlockingV2Stub>() {
        @java.lang.Override
        public AccessServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AccessServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return AccessServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static AccessServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AccessServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AccessServiceBlockingStub>() {
        @java.lang.Override
        public AccessServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AccessServiceBlockingStub(channel, callOptions);
        }
      };
    return AccessServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static AccessServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AccessServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AccessServiceFutureStub>() {
        @java.lang.Override
        public AccessServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AccessServiceFutureStub(channel, callOptions);
        }
      };
    return AccessServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Says who may call, and what.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Where authentication is on, any RPC of any service can end with
   * CREDENTIALS_MISSING, CREDENTIALS_INVALID, IDENTITY_PROVIDER_UNAVAILABLE or SCOPE_MISSING, and one
   * that registers or changes a model with MODEL_NOT_PERMITTED. Beside those and those that it lists,
   * any here can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW,
   * DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Create an API key.
     * The key is in the answer to this call, and nowhere else: a repeat under the same `request_id`
     * finds the API key there and is refused, since nobody can tell the key again.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED.
     * </pre>
     */
    default void createApiKey(io.modelwire.access.v1.CreateApiKeyRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.CreateApiKeyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateApiKeyMethod(), responseObserver);
    }

    /**
     * <pre>
     * Get an API key.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND.
     * </pre>
     */
    default void getApiKey(io.modelwire.access.v1.GetApiKeyRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.GetApiKeyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetApiKeyMethod(), responseObserver);
    }

    /**
     * <pre>
     * List API keys, oldest first, those that are revoked or have expired among them.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    default void listApiKeys(io.modelwire.access.v1.ListApiKeysRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.ListApiKeysResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListApiKeysMethod(), responseObserver);
    }

    /**
     * <pre>
     * Change an API key: what is unset in the request stays as it is. The change counts on the server
     * that answers at once, on others within two seconds; streams that its caller may not have any
     * more are ended. One that is revoked is refused.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND, API_KEY_REVOKED.
     * </pre>
     */
    default void updateApiKey(io.modelwire.access.v1.UpdateApiKeyRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.UpdateApiKeyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateApiKeyMethod(), responseObserver);
    }

    /**
     * <pre>
     * Give an API key another key, under the same `api_key_id`. The one before is taken too for a
     * while; one from before that is not any more.
     * The key is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND, API_KEY_REVOKED.
     * </pre>
     */
    default void rotateApiKey(io.modelwire.access.v1.RotateApiKeyRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.RotateApiKeyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRotateApiKeyMethod(), responseObserver);
    }

    /**
     * <pre>
     * Revoke an API key for good: it is refused on the server that answers at once, on others within
     * two seconds. Unary calls that were accepted before go on to their end; streams are ended, and an
     * upload keeps what it has.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND.
     * </pre>
     */
    default void revokeApiKey(io.modelwire.access.v1.RevokeApiKeyRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.RevokeApiKeyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRevokeApiKeyMethod(), responseObserver);
    }

    /**
     * <pre>
     * Say who the caller is, and what it may do. Every caller may ask that is known.
     * Errors: none of its own.
     * </pre>
     */
    default void whoAmI(io.modelwire.access.v1.WhoAmIRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.WhoAmIResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getWhoAmIMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service AccessService.
   * <pre>
   * Says who may call, and what.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Where authentication is on, any RPC of any service can end with
   * CREDENTIALS_MISSING, CREDENTIALS_INVALID, IDENTITY_PROVIDER_UNAVAILABLE or SCOPE_MISSING, and one
   * that registers or changes a model with MODEL_NOT_PERMITTED. Beside those and those that it lists,
   * any here can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW,
   * DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL.
   * </pre>
   */
  public static abstract class AccessServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return AccessServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service AccessService.
   * <pre>
   * Says who may call, and what.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Where authentication is on, any RPC of any service can end with
   * CREDENTIALS_MISSING, CREDENTIALS_INVALID, IDENTITY_PROVIDER_UNAVAILABLE or SCOPE_MISSING, and one
   * that registers or changes a model with MODEL_NOT_PERMITTED. Beside those and those that it lists,
   * any here can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW,
   * DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL.
   * </pre>
   */
  public static final class AccessServiceStub
      extends io.grpc.stub.AbstractAsyncStub<AccessServiceStub> {
    private AccessServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AccessServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AccessServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Create an API key.
     * The key is in the answer to this call, and nowhere else: a repeat under the same `request_id`
     * finds the API key there and is refused, since nobody can tell the key again.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED.
     * </pre>
     */
    public void createApiKey(io.modelwire.access.v1.CreateApiKeyRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.CreateApiKeyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateApiKeyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Get an API key.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND.
     * </pre>
     */
    public void getApiKey(io.modelwire.access.v1.GetApiKeyRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.GetApiKeyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetApiKeyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * List API keys, oldest first, those that are revoked or have expired among them.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public void listApiKeys(io.modelwire.access.v1.ListApiKeysRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.ListApiKeysResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListApiKeysMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Change an API key: what is unset in the request stays as it is. The change counts on the server
     * that answers at once, on others within two seconds; streams that its caller may not have any
     * more are ended. One that is revoked is refused.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND, API_KEY_REVOKED.
     * </pre>
     */
    public void updateApiKey(io.modelwire.access.v1.UpdateApiKeyRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.UpdateApiKeyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateApiKeyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Give an API key another key, under the same `api_key_id`. The one before is taken too for a
     * while; one from before that is not any more.
     * The key is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND, API_KEY_REVOKED.
     * </pre>
     */
    public void rotateApiKey(io.modelwire.access.v1.RotateApiKeyRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.RotateApiKeyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRotateApiKeyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Revoke an API key for good: it is refused on the server that answers at once, on others within
     * two seconds. Unary calls that were accepted before go on to their end; streams are ended, and an
     * upload keeps what it has.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND.
     * </pre>
     */
    public void revokeApiKey(io.modelwire.access.v1.RevokeApiKeyRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.RevokeApiKeyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRevokeApiKeyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Say who the caller is, and what it may do. Every caller may ask that is known.
     * Errors: none of its own.
     * </pre>
     */
    public void whoAmI(io.modelwire.access.v1.WhoAmIRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.access.v1.WhoAmIResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getWhoAmIMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service AccessService.
   * <pre>
   * Says who may call, and what.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Where authentication is on, any RPC of any service can end with
   * CREDENTIALS_MISSING, CREDENTIALS_INVALID, IDENTITY_PROVIDER_UNAVAILABLE or SCOPE_MISSING, and one
   * that registers or changes a model with MODEL_NOT_PERMITTED. Beside those and those that it lists,
   * any here can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW,
   * DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL.
   * </pre>
   */
  public static final class AccessServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<AccessServiceBlockingV2Stub> {
    private AccessServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AccessServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AccessServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Create an API key.
     * The key is in the answer to this call, and nowhere else: a repeat under the same `request_id`
     * finds the API key there and is refused, since nobody can tell the key again.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED.
     * </pre>
     */
    public io.modelwire.access.v1.CreateApiKeyResponse createApiKey(io.modelwire.access.v1.CreateApiKeyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateApiKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get an API key.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.access.v1.GetApiKeyResponse getApiKey(io.modelwire.access.v1.GetApiKeyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetApiKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List API keys, oldest first, those that are revoked or have expired among them.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public io.modelwire.access.v1.ListApiKeysResponse listApiKeys(io.modelwire.access.v1.ListApiKeysRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListApiKeysMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Change an API key: what is unset in the request stays as it is. The change counts on the server
     * that answers at once, on others within two seconds; streams that its caller may not have any
     * more are ended. One that is revoked is refused.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND, API_KEY_REVOKED.
     * </pre>
     */
    public io.modelwire.access.v1.UpdateApiKeyResponse updateApiKey(io.modelwire.access.v1.UpdateApiKeyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateApiKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Give an API key another key, under the same `api_key_id`. The one before is taken too for a
     * while; one from before that is not any more.
     * The key is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND, API_KEY_REVOKED.
     * </pre>
     */
    public io.modelwire.access.v1.RotateApiKeyResponse rotateApiKey(io.modelwire.access.v1.RotateApiKeyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRotateApiKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Revoke an API key for good: it is refused on the server that answers at once, on others within
     * two seconds. Unary calls that were accepted before go on to their end; streams are ended, and an
     * upload keeps what it has.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.access.v1.RevokeApiKeyResponse revokeApiKey(io.modelwire.access.v1.RevokeApiKeyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRevokeApiKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Say who the caller is, and what it may do. Every caller may ask that is known.
     * Errors: none of its own.
     * </pre>
     */
    public io.modelwire.access.v1.WhoAmIResponse whoAmI(io.modelwire.access.v1.WhoAmIRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getWhoAmIMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service AccessService.
   * <pre>
   * Says who may call, and what.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Where authentication is on, any RPC of any service can end with
   * CREDENTIALS_MISSING, CREDENTIALS_INVALID, IDENTITY_PROVIDER_UNAVAILABLE or SCOPE_MISSING, and one
   * that registers or changes a model with MODEL_NOT_PERMITTED. Beside those and those that it lists,
   * any here can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW,
   * DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL.
   * </pre>
   */
  public static final class AccessServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<AccessServiceBlockingStub> {
    private AccessServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AccessServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AccessServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Create an API key.
     * The key is in the answer to this call, and nowhere else: a repeat under the same `request_id`
     * finds the API key there and is refused, since nobody can tell the key again.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED.
     * </pre>
     */
    public io.modelwire.access.v1.CreateApiKeyResponse createApiKey(io.modelwire.access.v1.CreateApiKeyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateApiKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get an API key.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.access.v1.GetApiKeyResponse getApiKey(io.modelwire.access.v1.GetApiKeyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetApiKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List API keys, oldest first, those that are revoked or have expired among them.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public io.modelwire.access.v1.ListApiKeysResponse listApiKeys(io.modelwire.access.v1.ListApiKeysRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListApiKeysMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Change an API key: what is unset in the request stays as it is. The change counts on the server
     * that answers at once, on others within two seconds; streams that its caller may not have any
     * more are ended. One that is revoked is refused.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND, API_KEY_REVOKED.
     * </pre>
     */
    public io.modelwire.access.v1.UpdateApiKeyResponse updateApiKey(io.modelwire.access.v1.UpdateApiKeyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateApiKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Give an API key another key, under the same `api_key_id`. The one before is taken too for a
     * while; one from before that is not any more.
     * The key is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND, API_KEY_REVOKED.
     * </pre>
     */
    public io.modelwire.access.v1.RotateApiKeyResponse rotateApiKey(io.modelwire.access.v1.RotateApiKeyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRotateApiKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Revoke an API key for good: it is refused on the server that answers at once, on others within
     * two seconds. Unary calls that were accepted before go on to their end; streams are ended, and an
     * upload keeps what it has.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.access.v1.RevokeApiKeyResponse revokeApiKey(io.modelwire.access.v1.RevokeApiKeyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRevokeApiKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Say who the caller is, and what it may do. Every caller may ask that is known.
     * Errors: none of its own.
     * </pre>
     */
    public io.modelwire.access.v1.WhoAmIResponse whoAmI(io.modelwire.access.v1.WhoAmIRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getWhoAmIMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service AccessService.
   * <pre>
   * Says who may call, and what.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Where authentication is on, any RPC of any service can end with
   * CREDENTIALS_MISSING, CREDENTIALS_INVALID, IDENTITY_PROVIDER_UNAVAILABLE or SCOPE_MISSING, and one
   * that registers or changes a model with MODEL_NOT_PERMITTED. Beside those and those that it lists,
   * any here can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW,
   * DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL.
   * </pre>
   */
  public static final class AccessServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<AccessServiceFutureStub> {
    private AccessServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AccessServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AccessServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Create an API key.
     * The key is in the answer to this call, and nowhere else: a repeat under the same `request_id`
     * finds the API key there and is refused, since nobody can tell the key again.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.access.v1.CreateApiKeyResponse> createApiKey(
        io.modelwire.access.v1.CreateApiKeyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateApiKeyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Get an API key.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.access.v1.GetApiKeyResponse> getApiKey(
        io.modelwire.access.v1.GetApiKeyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetApiKeyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * List API keys, oldest first, those that are revoked or have expired among them.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.access.v1.ListApiKeysResponse> listApiKeys(
        io.modelwire.access.v1.ListApiKeysRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListApiKeysMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Change an API key: what is unset in the request stays as it is. The change counts on the server
     * that answers at once, on others within two seconds; streams that its caller may not have any
     * more are ended. One that is revoked is refused.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND, API_KEY_REVOKED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.access.v1.UpdateApiKeyResponse> updateApiKey(
        io.modelwire.access.v1.UpdateApiKeyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateApiKeyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Give an API key another key, under the same `api_key_id`. The one before is taken too for a
     * while; one from before that is not any more.
     * The key is in the answer to this call, and nowhere else.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND, API_KEY_REVOKED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.access.v1.RotateApiKeyResponse> rotateApiKey(
        io.modelwire.access.v1.RotateApiKeyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRotateApiKeyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Revoke an API key for good: it is refused on the server that answers at once, on others within
     * two seconds. Unary calls that were accepted before go on to their end; streams are ended, and an
     * upload keeps what it has.
     * Errors: INVALID_FIELD, API_KEY_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.access.v1.RevokeApiKeyResponse> revokeApiKey(
        io.modelwire.access.v1.RevokeApiKeyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRevokeApiKeyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Say who the caller is, and what it may do. Every caller may ask that is known.
     * Errors: none of its own.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.access.v1.WhoAmIResponse> whoAmI(
        io.modelwire.access.v1.WhoAmIRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getWhoAmIMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_API_KEY = 0;
  private static final int METHODID_GET_API_KEY = 1;
  private static final int METHODID_LIST_API_KEYS = 2;
  private static final int METHODID_UPDATE_API_KEY = 3;
  private static final int METHODID_ROTATE_API_KEY = 4;
  private static final int METHODID_REVOKE_API_KEY = 5;
  private static final int METHODID_WHO_AM_I = 6;

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
        case METHODID_CREATE_API_KEY:
          serviceImpl.createApiKey((io.modelwire.access.v1.CreateApiKeyRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.access.v1.CreateApiKeyResponse>) responseObserver);
          break;
        case METHODID_GET_API_KEY:
          serviceImpl.getApiKey((io.modelwire.access.v1.GetApiKeyRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.access.v1.GetApiKeyResponse>) responseObserver);
          break;
        case METHODID_LIST_API_KEYS:
          serviceImpl.listApiKeys((io.modelwire.access.v1.ListApiKeysRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.access.v1.ListApiKeysResponse>) responseObserver);
          break;
        case METHODID_UPDATE_API_KEY:
          serviceImpl.updateApiKey((io.modelwire.access.v1.UpdateApiKeyRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.access.v1.UpdateApiKeyResponse>) responseObserver);
          break;
        case METHODID_ROTATE_API_KEY:
          serviceImpl.rotateApiKey((io.modelwire.access.v1.RotateApiKeyRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.access.v1.RotateApiKeyResponse>) responseObserver);
          break;
        case METHODID_REVOKE_API_KEY:
          serviceImpl.revokeApiKey((io.modelwire.access.v1.RevokeApiKeyRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.access.v1.RevokeApiKeyResponse>) responseObserver);
          break;
        case METHODID_WHO_AM_I:
          serviceImpl.whoAmI((io.modelwire.access.v1.WhoAmIRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.access.v1.WhoAmIResponse>) responseObserver);
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
          getCreateApiKeyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.access.v1.CreateApiKeyRequest,
              io.modelwire.access.v1.CreateApiKeyResponse>(
                service, METHODID_CREATE_API_KEY)))
        .addMethod(
          getGetApiKeyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.access.v1.GetApiKeyRequest,
              io.modelwire.access.v1.GetApiKeyResponse>(
                service, METHODID_GET_API_KEY)))
        .addMethod(
          getListApiKeysMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.access.v1.ListApiKeysRequest,
              io.modelwire.access.v1.ListApiKeysResponse>(
                service, METHODID_LIST_API_KEYS)))
        .addMethod(
          getUpdateApiKeyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.access.v1.UpdateApiKeyRequest,
              io.modelwire.access.v1.UpdateApiKeyResponse>(
                service, METHODID_UPDATE_API_KEY)))
        .addMethod(
          getRotateApiKeyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.access.v1.RotateApiKeyRequest,
              io.modelwire.access.v1.RotateApiKeyResponse>(
                service, METHODID_ROTATE_API_KEY)))
        .addMethod(
          getRevokeApiKeyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.access.v1.RevokeApiKeyRequest,
              io.modelwire.access.v1.RevokeApiKeyResponse>(
                service, METHODID_REVOKE_API_KEY)))
        .addMethod(
          getWhoAmIMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.access.v1.WhoAmIRequest,
              io.modelwire.access.v1.WhoAmIResponse>(
                service, METHODID_WHO_AM_I)))
        .build();
  }

  private static abstract class AccessServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    AccessServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.modelwire.access.v1.AccessServiceProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("AccessService");
    }
  }

  private static final class AccessServiceFileDescriptorSupplier
      extends AccessServiceBaseDescriptorSupplier {
    AccessServiceFileDescriptorSupplier() {}
  }

  private static final class AccessServiceMethodDescriptorSupplier
      extends AccessServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    AccessServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (AccessServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new AccessServiceFileDescriptorSupplier())
              .addMethod(getCreateApiKeyMethod())
              .addMethod(getGetApiKeyMethod())
              .addMethod(getListApiKeysMethod())
              .addMethod(getUpdateApiKeyMethod())
              .addMethod(getRotateApiKeyMethod())
              .addMethod(getRevokeApiKeyMethod())
              .addMethod(getWhoAmIMethod())
              .build();
        }
      }
    }
    return result;
  }
}
