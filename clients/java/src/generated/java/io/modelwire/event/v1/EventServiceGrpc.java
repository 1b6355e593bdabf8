package io.modelwire.event.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Reads the log of events: what webhooks are sent, for those who would rather ask.
 * The log has one order for all registered models, in which the events of each come in that of
 * their `sequence`. A cursor is a place in it: nothing is ever put in before one that was given.
 * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
 * modelwire.registry.v1.ErrorReason. Beside those that it lists, any can end with
 * MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED,
 * SHUTTING_DOWN or INTERNAL, and where authentication is on with those that
 * modelwire.access.v1.AccessService names.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class EventServiceGrpc {

  private EventServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "modelwire.event.v1.EventService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.modelwire.event.v1.GetEventRequest,
      io.modelwire.event.v1.GetEventResponse> getGetEventMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetEvent",
      requestType = io.modelwire.event.v1.GetEventRequest.class,
      responseType = io.modelwire.event.v1.GetEventResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.event.v1.GetEventRequest,
      io.modelwire.event.v1.GetEventResponse> getGetEventMethod() {
    io.grpc.MethodDescriptor<io.modelwire.event.v1.GetEventRequest, io.modelwire.event.v1.GetEventResponse> getGetEventMethod;
    if ((getGetEventMethod = EventServiceGrpc.getGetEventMethod) == null) {
      synchronized (EventServiceGrpc.class) {
        if ((getGetEventMethod = EventServiceGrpc.getGetEventMethod) == null) {
          EventServiceGrpc.getGetEventMethod = getGetEventMethod =
              io.grpc.MethodDescriptor.<io.modelwire.event.v1.GetEventRequest, io.modelwire.event.v1.GetEventResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetEvent"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.event.v1.GetEventRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.event.v1.GetEventResponse.getDefaultInstance()))
              .setSchemaDescriptor(new EventServiceMethodDescriptorSupplier("GetEvent"))
              .build();
        }
      }
    }
    return getGetEventMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.event.v1.ListEventsRequest,
      io.modelwire.event.v1.ListEventsResponse> getListEventsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListEvents",
      requestType = io.modelwire.event.v1.ListEventsRequest.class,
      responseType = io.modelwire.event.v1.ListEventsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.event.v1.ListEventsRequest,
      io.modelwire.event.v1.ListEventsResponse> getListEventsMethod() {
    io.grpc.MethodDescriptor<io.modelwire.event.v1.ListEventsRequest, io.modelwire.event.v1.ListEventsResponse> getListEventsMethod;
    if ((getListEventsMethod = EventServiceGrpc.getListEventsMethod) == null) {
      synchronized (EventServiceGrpc.class) {
        if ((getListEventsMethod = EventServiceGrpc.getListEventsMethod) == null) {
          EventServiceGrpc.getListEventsMethod = getListEventsMethod =
              io.grpc.MethodDescriptor.<io.modelwire.event.v1.ListEventsRequest, io.modelwire.event.v1.ListEventsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListEvents"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.event.v1.ListEventsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.event.v1.ListEventsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new EventServiceMethodDescriptorSupplier("ListEvents"))
              .build();
        }
      }
    }
    return getListEventsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.event.v1.WatchEventsRequest,
      io.modelwire.event.v1.WatchEventsResponse> getWatchEventsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "WatchEvents",
      requestType = io.modelwire.event.v1.WatchEventsRequest.class,
      responseType = io.modelwire.event.v1.WatchEventsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
  public static io.grpc.MethodDescriptor<io.modelwire.event.v1.WatchEventsRequest,
      io.modelwire.event.v1.WatchEventsResponse> getWatchEventsMethod() {
    io.grpc.MethodDescriptor<io.modelwire.event.v1.WatchEventsRequest, io.modelwire.event.v1.WatchEventsResponse> getWatchEventsMethod;
    if ((getWatchEventsMethod = EventServiceGrpc.getWatchEventsMethod) == null) {
      synchronized (EventServiceGrpc.class) {
        if ((getWatchEventsMethod = EventServiceGrpc.getWatchEventsMethod) == null) {
          EventServiceGrpc.getWatchEventsMethod = getWatchEventsMethod =
              io.grpc.MethodDescriptor.<io.modelwire.event.v1.WatchEventsRequest, io.modelwire.event.v1.WatchEventsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "WatchEvents"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.event.v1.WatchEventsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.event.v1.WatchEventsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new EventServiceMethodDescriptorSupplier("WatchEvents"))
              .build();
        }
      }
    }
    return getWatchEventsMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static EventServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<EventServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<EventServiceStub>() {
        @java.lang.Override
        public EventServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new EventServiceStub(channel, callOptions);
        }
      };
    return EventServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static EventServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<EventServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<EventServiceBlockingV2Stub>() {
        @java.lang.Override
        public EventServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new EventServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return EventServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static EventServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<EventServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<EventServiceBlockingStub>() {
        @java.lang.Override
        public EventServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new EventServiceBlockingStub(channel, callOptions);
        }
      };
    return EventServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static EventServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<EventServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<EventServiceFutureStub>() {
        @java.lang.Override
        public EventServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new EventServiceFutureStub(channel, callOptions);
        }
      };
    return EventServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Reads the log of events: what webhooks are sent, for those who would rather ask.
   * The log has one order for all registered models, in which the events of each come in that of
   * their `sequence`. A cursor is a place in it: nothing is ever put in before one that was given.
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
     * Get an event.
     * Errors: INVALID_FIELD, EVENT_NOT_FOUND.
     * </pre>
     */
    default void getEvent(io.modelwire.event.v1.GetEventRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.event.v1.GetEventResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetEventMethod(), responseObserver);
    }

    /**
     * <pre>
     * List events in the order of the log, from its oldest on or after a cursor.
     * Errors: INVALID_FIELD, CURSOR_EXPIRED.
     * </pre>
     */
    default void listEvents(io.modelwire.event.v1.ListEventsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.event.v1.ListEventsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListEventsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Watch events as they are committed, from now on or after a cursor. The first answer is a
     * checkpoint, and there is another whenever nothing was sent for a while. A caller that has
     * kept the last cursor that it has dealt with goes on after it and misses nothing. One that
     * reads slowly is sent slowly.
     * Errors: INVALID_FIELD, CURSOR_EXPIRED, SHUTTING_DOWN.
     * </pre>
     */
    default void watchEvents(io.modelwire.event.v1.WatchEventsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.event.v1.WatchEventsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getWatchEventsMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service EventService.
   * <pre>
   * Reads the log of events: what webhooks are sent, for those who would rather ask.
   * The log has one order for all registered models, in which the events of each come in that of
   * their `sequence`. A cursor is a place in it: nothing is ever put in before one that was given.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Beside those that it lists, any can end with
   * MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED,
   * SHUTTING_DOWN or INTERNAL, and where authentication is on with those that
   * modelwire.access.v1.AccessService names.
   * </pre>
   */
  public static abstract class EventServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return EventServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service EventService.
   * <pre>
   * Reads the log of events: what webhooks are sent, for those who would rather ask.
   * The log has one order for all registered models, in which the events of each come in that of
   * their `sequence`. A cursor is a place in it: nothing is ever put in before one that was given.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Beside those that it lists, any can end with
   * MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED,
   * SHUTTING_DOWN or INTERNAL, and where authentication is on with those that
   * modelwire.access.v1.AccessService names.
   * </pre>
   */
  public static final class EventServiceStub
      extends io.grpc.stub.AbstractAsyncStub<EventServiceStub> {
    private EventServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected EventServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new EventServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Get an event.
     * Errors: INVALID_FIELD, EVENT_NOT_FOUND.
     * </pre>
     */
    public void getEvent(io.modelwire.event.v1.GetEventRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.event.v1.GetEventResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetEventMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * List events in the order of the log, from its oldest on or after a cursor.
     * Errors: INVALID_FIELD, CURSOR_EXPIRED.
     * </pre>
     */
    public void listEvents(io.modelwire.event.v1.ListEventsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.event.v1.ListEventsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListEventsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Watch events as they are committed, from now on or after a cursor. The first answer is a
     * checkpoint, and there is another whenever nothing was sent for a while. A caller that has
     * kept the last cursor that it has dealt with goes on after it and misses nothing. One that
     * reads slowly is sent slowly.
     * Errors: INVALID_FIELD, CURSOR_EXPIRED, SHUTTING_DOWN.
     * </pre>
     */
    public void watchEvents(io.modelwire.event.v1.WatchEventsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.event.v1.WatchEventsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncServerStreamingCall(
          getChannel().newCall(getWatchEventsMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service EventService.
   * <pre>
   * Reads the log of events: what webhooks are sent, for those who would rather ask.
   * The log has one order for all registered models, in which the events of each come in that of
   * their `sequence`. A cursor is a place in it: nothing is ever put in before one that was given.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Beside those that it lists, any can end with
   * MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED,
   * SHUTTING_DOWN or INTERNAL, and where authentication is on with those that
   * modelwire.access.v1.AccessService names.
   * </pre>
   */
  public static final class EventServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<EventServiceBlockingV2Stub> {
    private EventServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected EventServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new EventServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Get an event.
     * Errors: INVALID_FIELD, EVENT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.event.v1.GetEventResponse getEvent(io.modelwire.event.v1.GetEventRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetEventMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List events in the order of the log, from its oldest on or after a cursor.
     * Errors: INVALID_FIELD, CURSOR_EXPIRED.
     * </pre>
     */
    public io.modelwire.event.v1.ListEventsResponse listEvents(io.modelwire.event.v1.ListEventsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListEventsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Watch events as they are committed, from now on or after a cursor. The first answer is a
     * checkpoint, and there is another whenever nothing was sent for a while. A caller that has
     * kept the last cursor that it has dealt with goes on after it and misses nothing. One that
     * reads slowly is sent slowly.
     * Errors: INVALID_FIELD, CURSOR_EXPIRED, SHUTTING_DOWN.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<?, io.modelwire.event.v1.WatchEventsResponse>
        watchEvents(io.modelwire.event.v1.WatchEventsRequest request) {
      return io.grpc.stub.ClientCalls.blockingV2ServerStreamingCall(
          getChannel(), getWatchEventsMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service EventService.
   * <pre>
   * Reads the log of events: what webhooks are sent, for those who would rather ask.
   * The log has one order for all registered models, in which the events of each come in that of
   * their `sequence`. A cursor is a place in it: nothing is ever put in before one that was given.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Beside those that it lists, any can end with
   * MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED,
   * SHUTTING_DOWN or INTERNAL, and where authentication is on with those that
   * modelwire.access.v1.AccessService names.
   * </pre>
   */
  public static final class EventServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<EventServiceBlockingStub> {
    private EventServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected EventServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new EventServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Get an event.
     * Errors: INVALID_FIELD, EVENT_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.event.v1.GetEventResponse getEvent(io.modelwire.event.v1.GetEventRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetEventMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List events in the order of the log, from its oldest on or after a cursor.
     * Errors: INVALID_FIELD, CURSOR_EXPIRED.
     * </pre>
     */
    public io.modelwire.event.v1.ListEventsResponse listEvents(io.modelwire.event.v1.ListEventsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListEventsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Watch events as they are committed, from now on or after a cursor. The first answer is a
     * checkpoint, and there is another whenever nothing was sent for a while. A caller that has
     * kept the last cursor that it has dealt with goes on after it and misses nothing. One that
     * reads slowly is sent slowly.
     * Errors: INVALID_FIELD, CURSOR_EXPIRED, SHUTTING_DOWN.
     * </pre>
     */
    public java.util.Iterator<io.modelwire.event.v1.WatchEventsResponse> watchEvents(
        io.modelwire.event.v1.WatchEventsRequest request) {
      return io.grpc.stub.ClientCalls.blockingServerStreamingCall(
          getChannel(), getWatchEventsMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service EventService.
   * <pre>
   * Reads the log of events: what webhooks are sent, for those who would rather ask.
   * The log has one order for all registered models, in which the events of each come in that of
   * their `sequence`. A cursor is a place in it: nothing is ever put in before one that was given.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of
   * modelwire.registry.v1.ErrorReason. Beside those that it lists, any can end with
   * MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY, CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED,
   * SHUTTING_DOWN or INTERNAL, and where authentication is on with those that
   * modelwire.access.v1.AccessService names.
   * </pre>
   */
  public static final class EventServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<EventServiceFutureStub> {
    private EventServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected EventServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new EventServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Get an event.
     * Errors: INVALID_FIELD, EVENT_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.event.v1.GetEventResponse> getEvent(
        io.modelwire.event.v1.GetEventRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetEventMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * List events in the order of the log, from its oldest on or after a cursor.
     * Errors: INVALID_FIELD, CURSOR_EXPIRED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.event.v1.ListEventsResponse> listEvents(
        io.modelwire.event.v1.ListEventsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListEventsMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_GET_EVENT = 0;
  private static final int METHODID_LIST_EVENTS = 1;
  private static final int METHODID_WATCH_EVENTS = 2;

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
        case METHODID_GET_EVENT:
          serviceImpl.getEvent((io.modelwire.event.v1.GetEventRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.event.v1.GetEventResponse>) responseObserver);
          break;
        case METHODID_LIST_EVENTS:
          serviceImpl.listEvents((io.modelwire.event.v1.ListEventsRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.event.v1.ListEventsResponse>) responseObserver);
          break;
        case METHODID_WATCH_EVENTS:
          serviceImpl.watchEvents((io.modelwire.event.v1.WatchEventsRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.event.v1.WatchEventsResponse>) responseObserver);
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
          getGetEventMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.event.v1.GetEventRequest,
              io.modelwire.event.v1.GetEventResponse>(
                service, METHODID_GET_EVENT)))
        .addMethod(
          getListEventsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.event.v1.ListEventsRequest,
              io.modelwire.event.v1.ListEventsResponse>(
                service, METHODID_LIST_EVENTS)))
        .addMethod(
          getWatchEventsMethod(),
          io.grpc.stub.ServerCalls.asyncServerStreamingCall(
            new MethodHandlers<
              io.modelwire.event.v1.WatchEventsRequest,
              io.modelwire.event.v1.WatchEventsResponse>(
                service, METHODID_WATCH_EVENTS)))
        .build();
  }

  private static abstract class EventServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    EventServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.modelwire.event.v1.EventServiceProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("EventService");
    }
  }

  private static final class EventServiceFileDescriptorSupplier
      extends EventServiceBaseDescriptorSupplier {
    EventServiceFileDescriptorSupplier() {}
  }

  private static final class EventServiceMethodDescriptorSupplier
      extends EventServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    EventServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (EventServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new EventServiceFileDescriptorSupplier())
              .addMethod(getGetEventMethod())
              .addMethod(getListEventsMethod())
              .addMethod(getWatchEventsMethod())
              .build();
        }
      }
    }
    return result;
  }
}
