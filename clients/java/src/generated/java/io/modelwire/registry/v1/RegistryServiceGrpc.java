package io.modelwire.registry.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Registers models in MLflow and looks them up.
 * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of ErrorReason. Beside those
 * that it lists, any can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY,
 * CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL, one that lists
 * MLFLOW_UNAVAILABLE with MLFLOW_REFUSED, and where authentication is on, with those that
 * modelwire.access.v1.AccessService names. New reasons come with new versions of Modelwire: whoever
 * does not know one goes by the code.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class RegistryServiceGrpc {

  private RegistryServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "modelwire.registry.v1.RegistryService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.RegisterBaselineRequest,
      io.modelwire.registry.v1.RegisterBaselineResponse> getRegisterBaselineMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RegisterBaseline",
      requestType = io.modelwire.registry.v1.RegisterBaselineRequest.class,
      responseType = io.modelwire.registry.v1.RegisterBaselineResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.RegisterBaselineRequest,
      io.modelwire.registry.v1.RegisterBaselineResponse> getRegisterBaselineMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.RegisterBaselineRequest, io.modelwire.registry.v1.RegisterBaselineResponse> getRegisterBaselineMethod;
    if ((getRegisterBaselineMethod = RegistryServiceGrpc.getRegisterBaselineMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getRegisterBaselineMethod = RegistryServiceGrpc.getRegisterBaselineMethod) == null) {
          RegistryServiceGrpc.getRegisterBaselineMethod = getRegisterBaselineMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.RegisterBaselineRequest, io.modelwire.registry.v1.RegisterBaselineResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RegisterBaseline"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.RegisterBaselineRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.RegisterBaselineResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("RegisterBaseline"))
              .build();
        }
      }
    }
    return getRegisterBaselineMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.RegisterImprovedModelRequest,
      io.modelwire.registry.v1.RegisterImprovedModelResponse> getRegisterImprovedModelMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RegisterImprovedModel",
      requestType = io.modelwire.registry.v1.RegisterImprovedModelRequest.class,
      responseType = io.modelwire.registry.v1.RegisterImprovedModelResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.RegisterImprovedModelRequest,
      io.modelwire.registry.v1.RegisterImprovedModelResponse> getRegisterImprovedModelMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.RegisterImprovedModelRequest, io.modelwire.registry.v1.RegisterImprovedModelResponse> getRegisterImprovedModelMethod;
    if ((getRegisterImprovedModelMethod = RegistryServiceGrpc.getRegisterImprovedModelMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getRegisterImprovedModelMethod = RegistryServiceGrpc.getRegisterImprovedModelMethod) == null) {
          RegistryServiceGrpc.getRegisterImprovedModelMethod = getRegisterImprovedModelMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.RegisterImprovedModelRequest, io.modelwire.registry.v1.RegisterImprovedModelResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RegisterImprovedModel"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.RegisterImprovedModelRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.RegisterImprovedModelResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("RegisterImprovedModel"))
              .build();
        }
      }
    }
    return getRegisterImprovedModelMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetModelByUuidRequest,
      io.modelwire.registry.v1.GetModelByUuidResponse> getGetModelByUuidMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetModelByUuid",
      requestType = io.modelwire.registry.v1.GetModelByUuidRequest.class,
      responseType = io.modelwire.registry.v1.GetModelByUuidResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetModelByUuidRequest,
      io.modelwire.registry.v1.GetModelByUuidResponse> getGetModelByUuidMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetModelByUuidRequest, io.modelwire.registry.v1.GetModelByUuidResponse> getGetModelByUuidMethod;
    if ((getGetModelByUuidMethod = RegistryServiceGrpc.getGetModelByUuidMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getGetModelByUuidMethod = RegistryServiceGrpc.getGetModelByUuidMethod) == null) {
          RegistryServiceGrpc.getGetModelByUuidMethod = getGetModelByUuidMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.GetModelByUuidRequest, io.modelwire.registry.v1.GetModelByUuidResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetModelByUuid"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.GetModelByUuidRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.GetModelByUuidResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("GetModelByUuid"))
              .build();
        }
      }
    }
    return getGetModelByUuidMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetModelVersionRequest,
      io.modelwire.registry.v1.GetModelVersionResponse> getGetModelVersionMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetModelVersion",
      requestType = io.modelwire.registry.v1.GetModelVersionRequest.class,
      responseType = io.modelwire.registry.v1.GetModelVersionResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetModelVersionRequest,
      io.modelwire.registry.v1.GetModelVersionResponse> getGetModelVersionMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetModelVersionRequest, io.modelwire.registry.v1.GetModelVersionResponse> getGetModelVersionMethod;
    if ((getGetModelVersionMethod = RegistryServiceGrpc.getGetModelVersionMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getGetModelVersionMethod = RegistryServiceGrpc.getGetModelVersionMethod) == null) {
          RegistryServiceGrpc.getGetModelVersionMethod = getGetModelVersionMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.GetModelVersionRequest, io.modelwire.registry.v1.GetModelVersionResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetModelVersion"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.GetModelVersionRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.GetModelVersionResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("GetModelVersion"))
              .build();
        }
      }
    }
    return getGetModelVersionMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.BatchGetModelVersionsRequest,
      io.modelwire.registry.v1.BatchGetModelVersionsResponse> getBatchGetModelVersionsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchGetModelVersions",
      requestType = io.modelwire.registry.v1.BatchGetModelVersionsRequest.class,
      responseType = io.modelwire.registry.v1.BatchGetModelVersionsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.BatchGetModelVersionsRequest,
      io.modelwire.registry.v1.BatchGetModelVersionsResponse> getBatchGetModelVersionsMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.BatchGetModelVersionsRequest, io.modelwire.registry.v1.BatchGetModelVersionsResponse> getBatchGetModelVersionsMethod;
    if ((getBatchGetModelVersionsMethod = RegistryServiceGrpc.getBatchGetModelVersionsMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getBatchGetModelVersionsMethod = RegistryServiceGrpc.getBatchGetModelVersionsMethod) == null) {
          RegistryServiceGrpc.getBatchGetModelVersionsMethod = getBatchGetModelVersionsMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.BatchGetModelVersionsRequest, io.modelwire.registry.v1.BatchGetModelVersionsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchGetModelVersions"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.BatchGetModelVersionsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.BatchGetModelVersionsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("BatchGetModelVersions"))
              .build();
        }
      }
    }
    return getBatchGetModelVersionsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.ListModelsRequest,
      io.modelwire.registry.v1.ListModelsResponse> getListModelsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListModels",
      requestType = io.modelwire.registry.v1.ListModelsRequest.class,
      responseType = io.modelwire.registry.v1.ListModelsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.ListModelsRequest,
      io.modelwire.registry.v1.ListModelsResponse> getListModelsMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.ListModelsRequest, io.modelwire.registry.v1.ListModelsResponse> getListModelsMethod;
    if ((getListModelsMethod = RegistryServiceGrpc.getListModelsMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getListModelsMethod = RegistryServiceGrpc.getListModelsMethod) == null) {
          RegistryServiceGrpc.getListModelsMethod = getListModelsMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.ListModelsRequest, io.modelwire.registry.v1.ListModelsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListModels"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.ListModelsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.ListModelsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("ListModels"))
              .build();
        }
      }
    }
    return getListModelsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.ListModelVersionsRequest,
      io.modelwire.registry.v1.ListModelVersionsResponse> getListModelVersionsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListModelVersions",
      requestType = io.modelwire.registry.v1.ListModelVersionsRequest.class,
      responseType = io.modelwire.registry.v1.ListModelVersionsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.ListModelVersionsRequest,
      io.modelwire.registry.v1.ListModelVersionsResponse> getListModelVersionsMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.ListModelVersionsRequest, io.modelwire.registry.v1.ListModelVersionsResponse> getListModelVersionsMethod;
    if ((getListModelVersionsMethod = RegistryServiceGrpc.getListModelVersionsMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getListModelVersionsMethod = RegistryServiceGrpc.getListModelVersionsMethod) == null) {
          RegistryServiceGrpc.getListModelVersionsMethod = getListModelVersionsMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.ListModelVersionsRequest, io.modelwire.registry.v1.ListModelVersionsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListModelVersions"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.ListModelVersionsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.ListModelVersionsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("ListModelVersions"))
              .build();
        }
      }
    }
    return getListModelVersionsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetLineageRequest,
      io.modelwire.registry.v1.GetLineageResponse> getGetLineageMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetLineage",
      requestType = io.modelwire.registry.v1.GetLineageRequest.class,
      responseType = io.modelwire.registry.v1.GetLineageResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetLineageRequest,
      io.modelwire.registry.v1.GetLineageResponse> getGetLineageMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetLineageRequest, io.modelwire.registry.v1.GetLineageResponse> getGetLineageMethod;
    if ((getGetLineageMethod = RegistryServiceGrpc.getGetLineageMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getGetLineageMethod = RegistryServiceGrpc.getGetLineageMethod) == null) {
          RegistryServiceGrpc.getGetLineageMethod = getGetLineageMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.GetLineageRequest, io.modelwire.registry.v1.GetLineageResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetLineage"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.GetLineageRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.GetLineageResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("GetLineage"))
              .build();
        }
      }
    }
    return getGetLineageMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.ListContributionsRequest,
      io.modelwire.registry.v1.ListContributionsResponse> getListContributionsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListContributions",
      requestType = io.modelwire.registry.v1.ListContributionsRequest.class,
      responseType = io.modelwire.registry.v1.ListContributionsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.ListContributionsRequest,
      io.modelwire.registry.v1.ListContributionsResponse> getListContributionsMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.ListContributionsRequest, io.modelwire.registry.v1.ListContributionsResponse> getListContributionsMethod;
    if ((getListContributionsMethod = RegistryServiceGrpc.getListContributionsMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getListContributionsMethod = RegistryServiceGrpc.getListContributionsMethod) == null) {
          RegistryServiceGrpc.getListContributionsMethod = getListContributionsMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.ListContributionsRequest, io.modelwire.registry.v1.ListContributionsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListContributions"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.ListContributionsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.ListContributionsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("ListContributions"))
              .build();
        }
      }
    }
    return getListContributionsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetIndexStatusRequest,
      io.modelwire.registry.v1.GetIndexStatusResponse> getGetIndexStatusMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetIndexStatus",
      requestType = io.modelwire.registry.v1.GetIndexStatusRequest.class,
      responseType = io.modelwire.registry.v1.GetIndexStatusResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetIndexStatusRequest,
      io.modelwire.registry.v1.GetIndexStatusResponse> getGetIndexStatusMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetIndexStatusRequest, io.modelwire.registry.v1.GetIndexStatusResponse> getGetIndexStatusMethod;
    if ((getGetIndexStatusMethod = RegistryServiceGrpc.getGetIndexStatusMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getGetIndexStatusMethod = RegistryServiceGrpc.getGetIndexStatusMethod) == null) {
          RegistryServiceGrpc.getGetIndexStatusMethod = getGetIndexStatusMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.GetIndexStatusRequest, io.modelwire.registry.v1.GetIndexStatusResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetIndexStatus"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.GetIndexStatusRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.GetIndexStatusResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("GetIndexStatus"))
              .build();
        }
      }
    }
    return getGetIndexStatusMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.SetAliasRequest,
      io.modelwire.registry.v1.SetAliasResponse> getSetAliasMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SetAlias",
      requestType = io.modelwire.registry.v1.SetAliasRequest.class,
      responseType = io.modelwire.registry.v1.SetAliasResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.SetAliasRequest,
      io.modelwire.registry.v1.SetAliasResponse> getSetAliasMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.SetAliasRequest, io.modelwire.registry.v1.SetAliasResponse> getSetAliasMethod;
    if ((getSetAliasMethod = RegistryServiceGrpc.getSetAliasMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getSetAliasMethod = RegistryServiceGrpc.getSetAliasMethod) == null) {
          RegistryServiceGrpc.getSetAliasMethod = getSetAliasMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.SetAliasRequest, io.modelwire.registry.v1.SetAliasResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SetAlias"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.SetAliasRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.SetAliasResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("SetAlias"))
              .build();
        }
      }
    }
    return getSetAliasMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.DeleteAliasRequest,
      io.modelwire.registry.v1.DeleteAliasResponse> getDeleteAliasMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteAlias",
      requestType = io.modelwire.registry.v1.DeleteAliasRequest.class,
      responseType = io.modelwire.registry.v1.DeleteAliasResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.DeleteAliasRequest,
      io.modelwire.registry.v1.DeleteAliasResponse> getDeleteAliasMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.DeleteAliasRequest, io.modelwire.registry.v1.DeleteAliasResponse> getDeleteAliasMethod;
    if ((getDeleteAliasMethod = RegistryServiceGrpc.getDeleteAliasMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getDeleteAliasMethod = RegistryServiceGrpc.getDeleteAliasMethod) == null) {
          RegistryServiceGrpc.getDeleteAliasMethod = getDeleteAliasMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.DeleteAliasRequest, io.modelwire.registry.v1.DeleteAliasResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteAlias"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.DeleteAliasRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.DeleteAliasResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("DeleteAlias"))
              .build();
        }
      }
    }
    return getDeleteAliasMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.SetTagsRequest,
      io.modelwire.registry.v1.SetTagsResponse> getSetTagsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SetTags",
      requestType = io.modelwire.registry.v1.SetTagsRequest.class,
      responseType = io.modelwire.registry.v1.SetTagsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.SetTagsRequest,
      io.modelwire.registry.v1.SetTagsResponse> getSetTagsMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.SetTagsRequest, io.modelwire.registry.v1.SetTagsResponse> getSetTagsMethod;
    if ((getSetTagsMethod = RegistryServiceGrpc.getSetTagsMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getSetTagsMethod = RegistryServiceGrpc.getSetTagsMethod) == null) {
          RegistryServiceGrpc.getSetTagsMethod = getSetTagsMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.SetTagsRequest, io.modelwire.registry.v1.SetTagsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SetTags"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.SetTagsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.SetTagsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("SetTags"))
              .build();
        }
      }
    }
    return getSetTagsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.DeleteTagRequest,
      io.modelwire.registry.v1.DeleteTagResponse> getDeleteTagMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteTag",
      requestType = io.modelwire.registry.v1.DeleteTagRequest.class,
      responseType = io.modelwire.registry.v1.DeleteTagResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.DeleteTagRequest,
      io.modelwire.registry.v1.DeleteTagResponse> getDeleteTagMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.DeleteTagRequest, io.modelwire.registry.v1.DeleteTagResponse> getDeleteTagMethod;
    if ((getDeleteTagMethod = RegistryServiceGrpc.getDeleteTagMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getDeleteTagMethod = RegistryServiceGrpc.getDeleteTagMethod) == null) {
          RegistryServiceGrpc.getDeleteTagMethod = getDeleteTagMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.DeleteTagRequest, io.modelwire.registry.v1.DeleteTagResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteTag"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.DeleteTagRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.DeleteTagResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("DeleteTag"))
              .build();
        }
      }
    }
    return getDeleteTagMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.UpdateDescriptionRequest,
      io.modelwire.registry.v1.UpdateDescriptionResponse> getUpdateDescriptionMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateDescription",
      requestType = io.modelwire.registry.v1.UpdateDescriptionRequest.class,
      responseType = io.modelwire.registry.v1.UpdateDescriptionResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.UpdateDescriptionRequest,
      io.modelwire.registry.v1.UpdateDescriptionResponse> getUpdateDescriptionMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.UpdateDescriptionRequest, io.modelwire.registry.v1.UpdateDescriptionResponse> getUpdateDescriptionMethod;
    if ((getUpdateDescriptionMethod = RegistryServiceGrpc.getUpdateDescriptionMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getUpdateDescriptionMethod = RegistryServiceGrpc.getUpdateDescriptionMethod) == null) {
          RegistryServiceGrpc.getUpdateDescriptionMethod = getUpdateDescriptionMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.UpdateDescriptionRequest, io.modelwire.registry.v1.UpdateDescriptionResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateDescription"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.UpdateDescriptionRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.UpdateDescriptionResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("UpdateDescription"))
              .build();
        }
      }
    }
    return getUpdateDescriptionMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.DeleteModelVersionRequest,
      io.modelwire.registry.v1.DeleteModelVersionResponse> getDeleteModelVersionMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteModelVersion",
      requestType = io.modelwire.registry.v1.DeleteModelVersionRequest.class,
      responseType = io.modelwire.registry.v1.DeleteModelVersionResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.DeleteModelVersionRequest,
      io.modelwire.registry.v1.DeleteModelVersionResponse> getDeleteModelVersionMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.DeleteModelVersionRequest, io.modelwire.registry.v1.DeleteModelVersionResponse> getDeleteModelVersionMethod;
    if ((getDeleteModelVersionMethod = RegistryServiceGrpc.getDeleteModelVersionMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getDeleteModelVersionMethod = RegistryServiceGrpc.getDeleteModelVersionMethod) == null) {
          RegistryServiceGrpc.getDeleteModelVersionMethod = getDeleteModelVersionMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.DeleteModelVersionRequest, io.modelwire.registry.v1.DeleteModelVersionResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteModelVersion"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.DeleteModelVersionRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.DeleteModelVersionResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("DeleteModelVersion"))
              .build();
        }
      }
    }
    return getDeleteModelVersionMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.InferSignatureRequest,
      io.modelwire.registry.v1.InferSignatureResponse> getInferSignatureMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "InferSignature",
      requestType = io.modelwire.registry.v1.InferSignatureRequest.class,
      responseType = io.modelwire.registry.v1.InferSignatureResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.InferSignatureRequest,
      io.modelwire.registry.v1.InferSignatureResponse> getInferSignatureMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.InferSignatureRequest, io.modelwire.registry.v1.InferSignatureResponse> getInferSignatureMethod;
    if ((getInferSignatureMethod = RegistryServiceGrpc.getInferSignatureMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getInferSignatureMethod = RegistryServiceGrpc.getInferSignatureMethod) == null) {
          RegistryServiceGrpc.getInferSignatureMethod = getInferSignatureMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.InferSignatureRequest, io.modelwire.registry.v1.InferSignatureResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "InferSignature"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.InferSignatureRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.InferSignatureResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("InferSignature"))
              .build();
        }
      }
    }
    return getInferSignatureMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.CompareSignaturesRequest,
      io.modelwire.registry.v1.CompareSignaturesResponse> getCompareSignaturesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CompareSignatures",
      requestType = io.modelwire.registry.v1.CompareSignaturesRequest.class,
      responseType = io.modelwire.registry.v1.CompareSignaturesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.CompareSignaturesRequest,
      io.modelwire.registry.v1.CompareSignaturesResponse> getCompareSignaturesMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.CompareSignaturesRequest, io.modelwire.registry.v1.CompareSignaturesResponse> getCompareSignaturesMethod;
    if ((getCompareSignaturesMethod = RegistryServiceGrpc.getCompareSignaturesMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getCompareSignaturesMethod = RegistryServiceGrpc.getCompareSignaturesMethod) == null) {
          RegistryServiceGrpc.getCompareSignaturesMethod = getCompareSignaturesMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.CompareSignaturesRequest, io.modelwire.registry.v1.CompareSignaturesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CompareSignatures"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.CompareSignaturesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.CompareSignaturesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("CompareSignatures"))
              .build();
        }
      }
    }
    return getCompareSignaturesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.UploadPackageRequest,
      io.modelwire.registry.v1.UploadPackageResponse> getUploadPackageMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UploadPackage",
      requestType = io.modelwire.registry.v1.UploadPackageRequest.class,
      responseType = io.modelwire.registry.v1.UploadPackageResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.CLIENT_STREAMING)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.UploadPackageRequest,
      io.modelwire.registry.v1.UploadPackageResponse> getUploadPackageMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.UploadPackageRequest, io.modelwire.registry.v1.UploadPackageResponse> getUploadPackageMethod;
    if ((getUploadPackageMethod = RegistryServiceGrpc.getUploadPackageMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getUploadPackageMethod = RegistryServiceGrpc.getUploadPackageMethod) == null) {
          RegistryServiceGrpc.getUploadPackageMethod = getUploadPackageMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.UploadPackageRequest, io.modelwire.registry.v1.UploadPackageResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.CLIENT_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UploadPackage"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.UploadPackageRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.UploadPackageResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("UploadPackage"))
              .build();
        }
      }
    }
    return getUploadPackageMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetUploadRequest,
      io.modelwire.registry.v1.GetUploadResponse> getGetUploadMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetUpload",
      requestType = io.modelwire.registry.v1.GetUploadRequest.class,
      responseType = io.modelwire.registry.v1.GetUploadResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetUploadRequest,
      io.modelwire.registry.v1.GetUploadResponse> getGetUploadMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.GetUploadRequest, io.modelwire.registry.v1.GetUploadResponse> getGetUploadMethod;
    if ((getGetUploadMethod = RegistryServiceGrpc.getGetUploadMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getGetUploadMethod = RegistryServiceGrpc.getGetUploadMethod) == null) {
          RegistryServiceGrpc.getGetUploadMethod = getGetUploadMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.GetUploadRequest, io.modelwire.registry.v1.GetUploadResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetUpload"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.GetUploadRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.GetUploadResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("GetUpload"))
              .build();
        }
      }
    }
    return getGetUploadMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.DeleteUploadRequest,
      io.modelwire.registry.v1.DeleteUploadResponse> getDeleteUploadMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteUpload",
      requestType = io.modelwire.registry.v1.DeleteUploadRequest.class,
      responseType = io.modelwire.registry.v1.DeleteUploadResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.DeleteUploadRequest,
      io.modelwire.registry.v1.DeleteUploadResponse> getDeleteUploadMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.DeleteUploadRequest, io.modelwire.registry.v1.DeleteUploadResponse> getDeleteUploadMethod;
    if ((getDeleteUploadMethod = RegistryServiceGrpc.getDeleteUploadMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getDeleteUploadMethod = RegistryServiceGrpc.getDeleteUploadMethod) == null) {
          RegistryServiceGrpc.getDeleteUploadMethod = getDeleteUploadMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.DeleteUploadRequest, io.modelwire.registry.v1.DeleteUploadResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteUpload"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.DeleteUploadRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.DeleteUploadResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("DeleteUpload"))
              .build();
        }
      }
    }
    return getDeleteUploadMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.modelwire.registry.v1.DownloadPackageRequest,
      io.modelwire.registry.v1.DownloadPackageResponse> getDownloadPackageMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DownloadPackage",
      requestType = io.modelwire.registry.v1.DownloadPackageRequest.class,
      responseType = io.modelwire.registry.v1.DownloadPackageResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
  public static io.grpc.MethodDescriptor<io.modelwire.registry.v1.DownloadPackageRequest,
      io.modelwire.registry.v1.DownloadPackageResponse> getDownloadPackageMethod() {
    io.grpc.MethodDescriptor<io.modelwire.registry.v1.DownloadPackageRequest, io.modelwire.registry.v1.DownloadPackageResponse> getDownloadPackageMethod;
    if ((getDownloadPackageMethod = RegistryServiceGrpc.getDownloadPackageMethod) == null) {
      synchronized (RegistryServiceGrpc.class) {
        if ((getDownloadPackageMethod = RegistryServiceGrpc.getDownloadPackageMethod) == null) {
          RegistryServiceGrpc.getDownloadPackageMethod = getDownloadPackageMethod =
              io.grpc.MethodDescriptor.<io.modelwire.registry.v1.DownloadPackageRequest, io.modelwire.registry.v1.DownloadPackageResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DownloadPackage"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.DownloadPackageRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.modelwire.registry.v1.DownloadPackageResponse.getDefaultInstance()))
              .setSchemaDescriptor(new RegistryServiceMethodDescriptorSupplier("DownloadPackage"))
              .build();
        }
      }
    }
    return getDownloadPackageMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static RegistryServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<RegistryServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<RegistryServiceStub>() {
        @java.lang.Override
        public RegistryServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new RegistryServiceStub(channel, callOptions);
        }
      };
    return RegistryServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static RegistryServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<RegistryServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<RegistryServiceBlockingV2Stub>() {
        @java.lang.Override
        public RegistryServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new RegistryServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return RegistryServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static RegistryServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<RegistryServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<RegistryServiceBlockingStub>() {
        @java.lang.Override
        public RegistryServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new RegistryServiceBlockingStub(channel, callOptions);
        }
      };
    return RegistryServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static RegistryServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<RegistryServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<RegistryServiceFutureStub>() {
        @java.lang.Override
        public RegistryServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new RegistryServiceFutureStub(channel, callOptions);
        }
      };
    return RegistryServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Registers models in MLflow and looks them up.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of ErrorReason. Beside those
   * that it lists, any can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY,
   * CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL, one that lists
   * MLFLOW_UNAVAILABLE with MLFLOW_REFUSED, and where authentication is on, with those that
   * modelwire.access.v1.AccessService names. New reasons come with new versions of Modelwire: whoever
   * does not know one goes by the code.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Register a model as a baseline: one version of a registered model, which is made
     * where it does not exist yet.
     * Either all of it happens, or nothing stays: the version in MLflow, its event, and
     * the deliveries of that event. Exactly one version is made, also where the call is
     * repeated with the same `request_id`, where the server dies in between, or where
     * MLflow's answer is lost.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED, REGISTRATION_IN_PROGRESS,
     * SOURCE_NOT_FOUND, SOURCE_NOT_REGISTRABLE, SIGNATURE_INCOMPATIBLE, MODEL_NOT_FOUND,
     * UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN, UPLOAD_INCOMPLETE, PACKAGE_SIGNATURE_INVALID,
     * INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED,
     * MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void registerBaseline(io.modelwire.registry.v1.RegisterBaselineRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.RegisterBaselineResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRegisterBaselineMethod(), responseObserver);
    }

    /**
     * <pre>
     * Register a model as an improvement of a baseline, or of another improved model, with
     * its contributor.
     * Its metrics are compared with what the baseline recorded, and the answer and the
     * event have the improvement of each. Everything else is as for RegisterBaseline.
     * Errors: those of RegisterBaseline, BASELINE_NOT_FOUND.
     * </pre>
     */
    default void registerImprovedModel(io.modelwire.registry.v1.RegisterImprovedModelRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.RegisterImprovedModelResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRegisterImprovedModelMethod(), responseObserver);
    }

    /**
     * <pre>
     * Get the version that a model is registered as, by the model's uuid. Where one model
     * is registered several times, the newest version answers.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void getModelByUuid(io.modelwire.registry.v1.GetModelByUuidRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetModelByUuidResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetModelByUuidMethod(), responseObserver);
    }

    /**
     * <pre>
     * Get a model version by name and version, by name and alias, or by uuid.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void getModelVersion(io.modelwire.registry.v1.GetModelVersionRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetModelVersionResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetModelVersionMethod(), responseObserver);
    }

    /**
     * <pre>
     * Get several model versions at once. Those that are not there are no error.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER,
     * MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void batchGetModelVersions(io.modelwire.registry.v1.BatchGetModelVersionsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.BatchGetModelVersionsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchGetModelVersionsMethod(), responseObserver);
    }

    /**
     * <pre>
     * List registered models.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    default void listModels(io.modelwire.registry.v1.ListModelsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.ListModelsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListModelsMethod(), responseObserver);
    }

    /**
     * <pre>
     * List model versions, of one registered model or of any.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    default void listModelVersions(io.modelwire.registry.v1.ListModelVersionsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.ListModelVersionsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListModelVersionsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Get how a model came about: the chain from its baseline over each improvement, across
     * registered models, with all that branches off.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void getLineage(io.modelwire.registry.v1.GetLineageRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetLineageResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetLineageMethod(), responseObserver);
    }

    /**
     * <pre>
     * List what each contributor added to each metric.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    default void listContributions(io.modelwire.registry.v1.ListContributionsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.ListContributionsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListContributionsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Get how far Modelwire knows what MLflow has.
     * Errors: none of its own.
     * </pre>
     */
    default void getIndexStatus(io.modelwire.registry.v1.GetIndexStatusRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetIndexStatusResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetIndexStatusMethod(), responseObserver);
    }

    /**
     * <pre>
     * Point an alias to a model version, from wherever it pointed before.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, ETAG_MISMATCH, MODEL_BUSY, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void setAlias(io.modelwire.registry.v1.SetAliasRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.SetAliasResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSetAliasMethod(), responseObserver);
    }

    /**
     * <pre>
     * Delete an alias. The version that it points to stays.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, ETAG_MISMATCH, MODEL_BUSY, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void deleteAlias(io.modelwire.registry.v1.DeleteAliasRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DeleteAliasResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteAliasMethod(), responseObserver);
    }

    /**
     * <pre>
     * Set tags of a model version. Tags that it has besides stay.
     * MLflow sets one tag a call: where the call fails with UNAVAILABLE, some may be set, and a
     * repeat sets the rest.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void setTags(io.modelwire.registry.v1.SetTagsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.SetTagsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSetTagsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Delete a tag of a model version.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void deleteTag(io.modelwire.registry.v1.DeleteTagRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DeleteTagResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteTagMethod(), responseObserver);
    }

    /**
     * <pre>
     * Give a model version another description.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void updateDescription(io.modelwire.registry.v1.UpdateDescriptionRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.UpdateDescriptionResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateDescriptionMethod(), responseObserver);
    }

    /**
     * <pre>
     * Delete a model version, and before it the aliases that point to it. The model itself and
     * its run stay in MLflow. A version that was deleted already is no error; one that never was
     * there is.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void deleteModelVersion(io.modelwire.registry.v1.DeleteModelVersionRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DeleteModelVersionResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteModelVersionMethod(), responseObserver);
    }

    /**
     * <pre>
     * Infer a signature from examples, as MLflow's `infer_signature` does. Nothing is
     * registered.
     * Where MLflow cannot tell the columns it takes them for a single column of any, and a
     * warning says why.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    default void inferSignature(io.modelwire.registry.v1.InferSignatureRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.InferSignatureResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getInferSignatureMethod(), responseObserver);
    }

    /**
     * <pre>
     * Compare a signature with the one that it is to take the place of: whether callers of
     * the old one can call the new one, and each difference.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void compareSignatures(io.modelwire.registry.v1.CompareSignaturesRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.CompareSignaturesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCompareSignaturesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Upload the files of a package, of any size: they go straight to MLflow, and a
     * registration that names the upload takes them from there.
     * First comes `start`, then each file: `file` and its chunks, in order. Where the call
     * breaks off, GetUpload tells what is stored, and another call with the same `upload_id`
     * sends the rest. An upload may be sent by several calls, at once too, each with files of its
     * own. A file that was announced keeps its size and digest; sent again, it is replaced.
     * An upload that is not registered is deleted when it expires, with all that was made for it.
     * Errors: INVALID_FIELD, UPLOAD_NOT_FOUND where it is deleted meanwhile, UPLOAD_NOT_OPEN,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    default io.grpc.stub.StreamObserver<io.modelwire.registry.v1.UploadPackageRequest> uploadPackage(
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.UploadPackageResponse> responseObserver) {
      return io.grpc.stub.ServerCalls.asyncUnimplementedStreamingCall(getUploadPackageMethod(), responseObserver);
    }

    /**
     * <pre>
     * Get what is stored of an upload, until it is registered.
     * Errors: INVALID_FIELD, UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN.
     * </pre>
     */
    default void getUpload(io.modelwire.registry.v1.GetUploadRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetUploadResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetUploadMethod(), responseObserver);
    }

    /**
     * <pre>
     * Delete an upload with all that was made for it, before it expires. One that is deleted already
     * is UPLOAD_NOT_FOUND.
     * Errors: INVALID_FIELD, UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void deleteUpload(io.modelwire.registry.v1.DeleteUploadRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DeleteUploadResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteUploadMethod(), responseObserver);
    }

    /**
     * <pre>
     * Download the files of a model version.
     * First comes `start`, then each file: `file`, its chunks, `file_end`. A file that is not
     * what was recorded when it was registered ends the call with DIGEST_MISMATCH in place of
     * its `file_end`: a file without its `file_end` is not to be used. One that MLflow does not have
     * any more ends it with MLFLOW_REFUSED.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, DIGEST_MISMATCH, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    default void downloadPackage(io.modelwire.registry.v1.DownloadPackageRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DownloadPackageResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDownloadPackageMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service RegistryService.
   * <pre>
   * Registers models in MLflow and looks them up.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of ErrorReason. Beside those
   * that it lists, any can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY,
   * CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL, one that lists
   * MLFLOW_UNAVAILABLE with MLFLOW_REFUSED, and where authentication is on, with those that
   * modelwire.access.v1.AccessService names. New reasons come with new versions of Modelwire: whoever
   * does not know one goes by the code.
   * </pre>
   */
  public static abstract class RegistryServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return RegistryServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service RegistryService.
   * <pre>
   * Registers models in MLflow and looks them up.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of ErrorReason. Beside those
   * that it lists, any can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY,
   * CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL, one that lists
   * MLFLOW_UNAVAILABLE with MLFLOW_REFUSED, and where authentication is on, with those that
   * modelwire.access.v1.AccessService names. New reasons come with new versions of Modelwire: whoever
   * does not know one goes by the code.
   * </pre>
   */
  public static final class RegistryServiceStub
      extends io.grpc.stub.AbstractAsyncStub<RegistryServiceStub> {
    private RegistryServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected RegistryServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new RegistryServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Register a model as a baseline: one version of a registered model, which is made
     * where it does not exist yet.
     * Either all of it happens, or nothing stays: the version in MLflow, its event, and
     * the deliveries of that event. Exactly one version is made, also where the call is
     * repeated with the same `request_id`, where the server dies in between, or where
     * MLflow's answer is lost.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED, REGISTRATION_IN_PROGRESS,
     * SOURCE_NOT_FOUND, SOURCE_NOT_REGISTRABLE, SIGNATURE_INCOMPATIBLE, MODEL_NOT_FOUND,
     * UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN, UPLOAD_INCOMPLETE, PACKAGE_SIGNATURE_INVALID,
     * INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED,
     * MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void registerBaseline(io.modelwire.registry.v1.RegisterBaselineRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.RegisterBaselineResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRegisterBaselineMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Register a model as an improvement of a baseline, or of another improved model, with
     * its contributor.
     * Its metrics are compared with what the baseline recorded, and the answer and the
     * event have the improvement of each. Everything else is as for RegisterBaseline.
     * Errors: those of RegisterBaseline, BASELINE_NOT_FOUND.
     * </pre>
     */
    public void registerImprovedModel(io.modelwire.registry.v1.RegisterImprovedModelRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.RegisterImprovedModelResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRegisterImprovedModelMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Get the version that a model is registered as, by the model's uuid. Where one model
     * is registered several times, the newest version answers.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void getModelByUuid(io.modelwire.registry.v1.GetModelByUuidRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetModelByUuidResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetModelByUuidMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Get a model version by name and version, by name and alias, or by uuid.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void getModelVersion(io.modelwire.registry.v1.GetModelVersionRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetModelVersionResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetModelVersionMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Get several model versions at once. Those that are not there are no error.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER,
     * MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void batchGetModelVersions(io.modelwire.registry.v1.BatchGetModelVersionsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.BatchGetModelVersionsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchGetModelVersionsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * List registered models.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    public void listModels(io.modelwire.registry.v1.ListModelsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.ListModelsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListModelsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * List model versions, of one registered model or of any.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    public void listModelVersions(io.modelwire.registry.v1.ListModelVersionsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.ListModelVersionsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListModelVersionsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Get how a model came about: the chain from its baseline over each improvement, across
     * registered models, with all that branches off.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void getLineage(io.modelwire.registry.v1.GetLineageRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetLineageResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetLineageMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * List what each contributor added to each metric.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    public void listContributions(io.modelwire.registry.v1.ListContributionsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.ListContributionsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListContributionsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Get how far Modelwire knows what MLflow has.
     * Errors: none of its own.
     * </pre>
     */
    public void getIndexStatus(io.modelwire.registry.v1.GetIndexStatusRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetIndexStatusResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetIndexStatusMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Point an alias to a model version, from wherever it pointed before.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, ETAG_MISMATCH, MODEL_BUSY, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void setAlias(io.modelwire.registry.v1.SetAliasRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.SetAliasResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSetAliasMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Delete an alias. The version that it points to stays.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, ETAG_MISMATCH, MODEL_BUSY, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void deleteAlias(io.modelwire.registry.v1.DeleteAliasRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DeleteAliasResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteAliasMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Set tags of a model version. Tags that it has besides stay.
     * MLflow sets one tag a call: where the call fails with UNAVAILABLE, some may be set, and a
     * repeat sets the rest.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void setTags(io.modelwire.registry.v1.SetTagsRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.SetTagsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSetTagsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Delete a tag of a model version.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void deleteTag(io.modelwire.registry.v1.DeleteTagRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DeleteTagResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteTagMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Give a model version another description.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void updateDescription(io.modelwire.registry.v1.UpdateDescriptionRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.UpdateDescriptionResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateDescriptionMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Delete a model version, and before it the aliases that point to it. The model itself and
     * its run stay in MLflow. A version that was deleted already is no error; one that never was
     * there is.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void deleteModelVersion(io.modelwire.registry.v1.DeleteModelVersionRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DeleteModelVersionResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteModelVersionMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Infer a signature from examples, as MLflow's `infer_signature` does. Nothing is
     * registered.
     * Where MLflow cannot tell the columns it takes them for a single column of any, and a
     * warning says why.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public void inferSignature(io.modelwire.registry.v1.InferSignatureRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.InferSignatureResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getInferSignatureMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Compare a signature with the one that it is to take the place of: whether callers of
     * the old one can call the new one, and each difference.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void compareSignatures(io.modelwire.registry.v1.CompareSignaturesRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.CompareSignaturesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCompareSignaturesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Upload the files of a package, of any size: they go straight to MLflow, and a
     * registration that names the upload takes them from there.
     * First comes `start`, then each file: `file` and its chunks, in order. Where the call
     * breaks off, GetUpload tells what is stored, and another call with the same `upload_id`
     * sends the rest. An upload may be sent by several calls, at once too, each with files of its
     * own. A file that was announced keeps its size and digest; sent again, it is replaced.
     * An upload that is not registered is deleted when it expires, with all that was made for it.
     * Errors: INVALID_FIELD, UPLOAD_NOT_FOUND where it is deleted meanwhile, UPLOAD_NOT_OPEN,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.grpc.stub.StreamObserver<io.modelwire.registry.v1.UploadPackageRequest> uploadPackage(
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.UploadPackageResponse> responseObserver) {
      return io.grpc.stub.ClientCalls.asyncClientStreamingCall(
          getChannel().newCall(getUploadPackageMethod(), getCallOptions()), responseObserver);
    }

    /**
     * <pre>
     * Get what is stored of an upload, until it is registered.
     * Errors: INVALID_FIELD, UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN.
     * </pre>
     */
    public void getUpload(io.modelwire.registry.v1.GetUploadRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetUploadResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetUploadMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Delete an upload with all that was made for it, before it expires. One that is deleted already
     * is UPLOAD_NOT_FOUND.
     * Errors: INVALID_FIELD, UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void deleteUpload(io.modelwire.registry.v1.DeleteUploadRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DeleteUploadResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteUploadMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Download the files of a model version.
     * First comes `start`, then each file: `file`, its chunks, `file_end`. A file that is not
     * what was recorded when it was registered ends the call with DIGEST_MISMATCH in place of
     * its `file_end`: a file without its `file_end` is not to be used. One that MLflow does not have
     * any more ends it with MLFLOW_REFUSED.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, DIGEST_MISMATCH, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public void downloadPackage(io.modelwire.registry.v1.DownloadPackageRequest request,
        io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DownloadPackageResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncServerStreamingCall(
          getChannel().newCall(getDownloadPackageMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service RegistryService.
   * <pre>
   * Registers models in MLflow and looks them up.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of ErrorReason. Beside those
   * that it lists, any can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY,
   * CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL, one that lists
   * MLFLOW_UNAVAILABLE with MLFLOW_REFUSED, and where authentication is on, with those that
   * modelwire.access.v1.AccessService names. New reasons come with new versions of Modelwire: whoever
   * does not know one goes by the code.
   * </pre>
   */
  public static final class RegistryServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<RegistryServiceBlockingV2Stub> {
    private RegistryServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected RegistryServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new RegistryServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Register a model as a baseline: one version of a registered model, which is made
     * where it does not exist yet.
     * Either all of it happens, or nothing stays: the version in MLflow, its event, and
     * the deliveries of that event. Exactly one version is made, also where the call is
     * repeated with the same `request_id`, where the server dies in between, or where
     * MLflow's answer is lost.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED, REGISTRATION_IN_PROGRESS,
     * SOURCE_NOT_FOUND, SOURCE_NOT_REGISTRABLE, SIGNATURE_INCOMPATIBLE, MODEL_NOT_FOUND,
     * UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN, UPLOAD_INCOMPLETE, PACKAGE_SIGNATURE_INVALID,
     * INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED,
     * MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.RegisterBaselineResponse registerBaseline(io.modelwire.registry.v1.RegisterBaselineRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRegisterBaselineMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Register a model as an improvement of a baseline, or of another improved model, with
     * its contributor.
     * Its metrics are compared with what the baseline recorded, and the answer and the
     * event have the improvement of each. Everything else is as for RegisterBaseline.
     * Errors: those of RegisterBaseline, BASELINE_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.registry.v1.RegisterImprovedModelResponse registerImprovedModel(io.modelwire.registry.v1.RegisterImprovedModelRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRegisterImprovedModelMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get the version that a model is registered as, by the model's uuid. Where one model
     * is registered several times, the newest version answers.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.GetModelByUuidResponse getModelByUuid(io.modelwire.registry.v1.GetModelByUuidRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetModelByUuidMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get a model version by name and version, by name and alias, or by uuid.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.GetModelVersionResponse getModelVersion(io.modelwire.registry.v1.GetModelVersionRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetModelVersionMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get several model versions at once. Those that are not there are no error.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER,
     * MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.BatchGetModelVersionsResponse batchGetModelVersions(io.modelwire.registry.v1.BatchGetModelVersionsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchGetModelVersionsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List registered models.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    public io.modelwire.registry.v1.ListModelsResponse listModels(io.modelwire.registry.v1.ListModelsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListModelsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List model versions, of one registered model or of any.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    public io.modelwire.registry.v1.ListModelVersionsResponse listModelVersions(io.modelwire.registry.v1.ListModelVersionsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListModelVersionsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get how a model came about: the chain from its baseline over each improvement, across
     * registered models, with all that branches off.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.GetLineageResponse getLineage(io.modelwire.registry.v1.GetLineageRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetLineageMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List what each contributor added to each metric.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    public io.modelwire.registry.v1.ListContributionsResponse listContributions(io.modelwire.registry.v1.ListContributionsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListContributionsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get how far Modelwire knows what MLflow has.
     * Errors: none of its own.
     * </pre>
     */
    public io.modelwire.registry.v1.GetIndexStatusResponse getIndexStatus(io.modelwire.registry.v1.GetIndexStatusRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetIndexStatusMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Point an alias to a model version, from wherever it pointed before.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, ETAG_MISMATCH, MODEL_BUSY, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.SetAliasResponse setAlias(io.modelwire.registry.v1.SetAliasRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSetAliasMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Delete an alias. The version that it points to stays.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, ETAG_MISMATCH, MODEL_BUSY, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.DeleteAliasResponse deleteAlias(io.modelwire.registry.v1.DeleteAliasRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteAliasMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Set tags of a model version. Tags that it has besides stay.
     * MLflow sets one tag a call: where the call fails with UNAVAILABLE, some may be set, and a
     * repeat sets the rest.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.SetTagsResponse setTags(io.modelwire.registry.v1.SetTagsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSetTagsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Delete a tag of a model version.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.DeleteTagResponse deleteTag(io.modelwire.registry.v1.DeleteTagRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteTagMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Give a model version another description.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.UpdateDescriptionResponse updateDescription(io.modelwire.registry.v1.UpdateDescriptionRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateDescriptionMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Delete a model version, and before it the aliases that point to it. The model itself and
     * its run stay in MLflow. A version that was deleted already is no error; one that never was
     * there is.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.DeleteModelVersionResponse deleteModelVersion(io.modelwire.registry.v1.DeleteModelVersionRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteModelVersionMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Infer a signature from examples, as MLflow's `infer_signature` does. Nothing is
     * registered.
     * Where MLflow cannot tell the columns it takes them for a single column of any, and a
     * warning says why.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public io.modelwire.registry.v1.InferSignatureResponse inferSignature(io.modelwire.registry.v1.InferSignatureRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getInferSignatureMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Compare a signature with the one that it is to take the place of: whether callers of
     * the old one can call the new one, and each difference.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.CompareSignaturesResponse compareSignatures(io.modelwire.registry.v1.CompareSignaturesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCompareSignaturesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Upload the files of a package, of any size: they go straight to MLflow, and a
     * registration that names the upload takes them from there.
     * First comes `start`, then each file: `file` and its chunks, in order. Where the call
     * breaks off, GetUpload tells what is stored, and another call with the same `upload_id`
     * sends the rest. An upload may be sent by several calls, at once too, each with files of its
     * own. A file that was announced keeps its size and digest; sent again, it is replaced.
     * An upload that is not registered is deleted when it expires, with all that was made for it.
     * Errors: INVALID_FIELD, UPLOAD_NOT_FOUND where it is deleted meanwhile, UPLOAD_NOT_OPEN,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<io.modelwire.registry.v1.UploadPackageRequest, io.modelwire.registry.v1.UploadPackageResponse>
        uploadPackage() {
      return io.grpc.stub.ClientCalls.blockingClientStreamingCall(
          getChannel(), getUploadPackageMethod(), getCallOptions());
    }

    /**
     * <pre>
     * Get what is stored of an upload, until it is registered.
     * Errors: INVALID_FIELD, UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN.
     * </pre>
     */
    public io.modelwire.registry.v1.GetUploadResponse getUpload(io.modelwire.registry.v1.GetUploadRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetUploadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Delete an upload with all that was made for it, before it expires. One that is deleted already
     * is UPLOAD_NOT_FOUND.
     * Errors: INVALID_FIELD, UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.DeleteUploadResponse deleteUpload(io.modelwire.registry.v1.DeleteUploadRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteUploadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Download the files of a model version.
     * First comes `start`, then each file: `file`, its chunks, `file_end`. A file that is not
     * what was recorded when it was registered ends the call with DIGEST_MISMATCH in place of
     * its `file_end`: a file without its `file_end` is not to be used. One that MLflow does not have
     * any more ends it with MLFLOW_REFUSED.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, DIGEST_MISMATCH, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<?, io.modelwire.registry.v1.DownloadPackageResponse>
        downloadPackage(io.modelwire.registry.v1.DownloadPackageRequest request) {
      return io.grpc.stub.ClientCalls.blockingV2ServerStreamingCall(
          getChannel(), getDownloadPackageMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service RegistryService.
   * <pre>
   * Registers models in MLflow and looks them up.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of ErrorReason. Beside those
   * that it lists, any can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY,
   * CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL, one that lists
   * MLFLOW_UNAVAILABLE with MLFLOW_REFUSED, and where authentication is on, with those that
   * modelwire.access.v1.AccessService names. New reasons come with new versions of Modelwire: whoever
   * does not know one goes by the code.
   * </pre>
   */
  public static final class RegistryServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<RegistryServiceBlockingStub> {
    private RegistryServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected RegistryServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new RegistryServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Register a model as a baseline: one version of a registered model, which is made
     * where it does not exist yet.
     * Either all of it happens, or nothing stays: the version in MLflow, its event, and
     * the deliveries of that event. Exactly one version is made, also where the call is
     * repeated with the same `request_id`, where the server dies in between, or where
     * MLflow's answer is lost.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED, REGISTRATION_IN_PROGRESS,
     * SOURCE_NOT_FOUND, SOURCE_NOT_REGISTRABLE, SIGNATURE_INCOMPATIBLE, MODEL_NOT_FOUND,
     * UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN, UPLOAD_INCOMPLETE, PACKAGE_SIGNATURE_INVALID,
     * INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED,
     * MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.RegisterBaselineResponse registerBaseline(io.modelwire.registry.v1.RegisterBaselineRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRegisterBaselineMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Register a model as an improvement of a baseline, or of another improved model, with
     * its contributor.
     * Its metrics are compared with what the baseline recorded, and the answer and the
     * event have the improvement of each. Everything else is as for RegisterBaseline.
     * Errors: those of RegisterBaseline, BASELINE_NOT_FOUND.
     * </pre>
     */
    public io.modelwire.registry.v1.RegisterImprovedModelResponse registerImprovedModel(io.modelwire.registry.v1.RegisterImprovedModelRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRegisterImprovedModelMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get the version that a model is registered as, by the model's uuid. Where one model
     * is registered several times, the newest version answers.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.GetModelByUuidResponse getModelByUuid(io.modelwire.registry.v1.GetModelByUuidRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetModelByUuidMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get a model version by name and version, by name and alias, or by uuid.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.GetModelVersionResponse getModelVersion(io.modelwire.registry.v1.GetModelVersionRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetModelVersionMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get several model versions at once. Those that are not there are no error.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER,
     * MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.BatchGetModelVersionsResponse batchGetModelVersions(io.modelwire.registry.v1.BatchGetModelVersionsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchGetModelVersionsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List registered models.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    public io.modelwire.registry.v1.ListModelsResponse listModels(io.modelwire.registry.v1.ListModelsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListModelsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List model versions, of one registered model or of any.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    public io.modelwire.registry.v1.ListModelVersionsResponse listModelVersions(io.modelwire.registry.v1.ListModelVersionsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListModelVersionsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get how a model came about: the chain from its baseline over each improvement, across
     * registered models, with all that branches off.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.GetLineageResponse getLineage(io.modelwire.registry.v1.GetLineageRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetLineageMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * List what each contributor added to each metric.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    public io.modelwire.registry.v1.ListContributionsResponse listContributions(io.modelwire.registry.v1.ListContributionsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListContributionsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get how far Modelwire knows what MLflow has.
     * Errors: none of its own.
     * </pre>
     */
    public io.modelwire.registry.v1.GetIndexStatusResponse getIndexStatus(io.modelwire.registry.v1.GetIndexStatusRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetIndexStatusMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Point an alias to a model version, from wherever it pointed before.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, ETAG_MISMATCH, MODEL_BUSY, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.SetAliasResponse setAlias(io.modelwire.registry.v1.SetAliasRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSetAliasMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Delete an alias. The version that it points to stays.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, ETAG_MISMATCH, MODEL_BUSY, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.DeleteAliasResponse deleteAlias(io.modelwire.registry.v1.DeleteAliasRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteAliasMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Set tags of a model version. Tags that it has besides stay.
     * MLflow sets one tag a call: where the call fails with UNAVAILABLE, some may be set, and a
     * repeat sets the rest.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.SetTagsResponse setTags(io.modelwire.registry.v1.SetTagsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSetTagsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Delete a tag of a model version.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.DeleteTagResponse deleteTag(io.modelwire.registry.v1.DeleteTagRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteTagMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Give a model version another description.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.UpdateDescriptionResponse updateDescription(io.modelwire.registry.v1.UpdateDescriptionRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateDescriptionMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Delete a model version, and before it the aliases that point to it. The model itself and
     * its run stay in MLflow. A version that was deleted already is no error; one that never was
     * there is.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.DeleteModelVersionResponse deleteModelVersion(io.modelwire.registry.v1.DeleteModelVersionRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteModelVersionMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Infer a signature from examples, as MLflow's `infer_signature` does. Nothing is
     * registered.
     * Where MLflow cannot tell the columns it takes them for a single column of any, and a
     * warning says why.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public io.modelwire.registry.v1.InferSignatureResponse inferSignature(io.modelwire.registry.v1.InferSignatureRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getInferSignatureMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Compare a signature with the one that it is to take the place of: whether callers of
     * the old one can call the new one, and each difference.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.CompareSignaturesResponse compareSignatures(io.modelwire.registry.v1.CompareSignaturesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCompareSignaturesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Get what is stored of an upload, until it is registered.
     * Errors: INVALID_FIELD, UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN.
     * </pre>
     */
    public io.modelwire.registry.v1.GetUploadResponse getUpload(io.modelwire.registry.v1.GetUploadRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetUploadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Delete an upload with all that was made for it, before it expires. One that is deleted already
     * is UPLOAD_NOT_FOUND.
     * Errors: INVALID_FIELD, UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public io.modelwire.registry.v1.DeleteUploadResponse deleteUpload(io.modelwire.registry.v1.DeleteUploadRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteUploadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Download the files of a model version.
     * First comes `start`, then each file: `file`, its chunks, `file_end`. A file that is not
     * what was recorded when it was registered ends the call with DIGEST_MISMATCH in place of
     * its `file_end`: a file without its `file_end` is not to be used. One that MLflow does not have
     * any more ends it with MLFLOW_REFUSED.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, DIGEST_MISMATCH, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public java.util.Iterator<io.modelwire.registry.v1.DownloadPackageResponse> downloadPackage(
        io.modelwire.registry.v1.DownloadPackageRequest request) {
      return io.grpc.stub.ClientCalls.blockingServerStreamingCall(
          getChannel(), getDownloadPackageMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service RegistryService.
   * <pre>
   * Registers models in MLflow and looks them up.
   * Every error of an RPC carries a `google.rpc.ErrorInfo` with a reason of ErrorReason. Beside those
   * that it lists, any can end with MALFORMED_MESSAGE, MESSAGE_TOO_LARGE, SERVER_BUSY,
   * CALLER_TOO_SLOW, DATABASE_UNAVAILABLE, CALL_ENDED, SHUTTING_DOWN or INTERNAL, one that lists
   * MLFLOW_UNAVAILABLE with MLFLOW_REFUSED, and where authentication is on, with those that
   * modelwire.access.v1.AccessService names. New reasons come with new versions of Modelwire: whoever
   * does not know one goes by the code.
   * </pre>
   */
  public static final class RegistryServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<RegistryServiceFutureStub> {
    private RegistryServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected RegistryServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new RegistryServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Register a model as a baseline: one version of a registered model, which is made
     * where it does not exist yet.
     * Either all of it happens, or nothing stays: the version in MLflow, its event, and
     * the deliveries of that event. Exactly one version is made, also where the call is
     * repeated with the same `request_id`, where the server dies in between, or where
     * MLflow's answer is lost.
     * Errors: INVALID_FIELD, REQUEST_ID_REUSED, REGISTRATION_IN_PROGRESS,
     * SOURCE_NOT_FOUND, SOURCE_NOT_REGISTRABLE, SIGNATURE_INCOMPATIBLE, MODEL_NOT_FOUND,
     * UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN, UPLOAD_INCOMPLETE, PACKAGE_SIGNATURE_INVALID,
     * INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED,
     * MLFLOW_CREDENTIALS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.RegisterBaselineResponse> registerBaseline(
        io.modelwire.registry.v1.RegisterBaselineRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRegisterBaselineMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Register a model as an improvement of a baseline, or of another improved model, with
     * its contributor.
     * Its metrics are compared with what the baseline recorded, and the answer and the
     * event have the improvement of each. Everything else is as for RegisterBaseline.
     * Errors: those of RegisterBaseline, BASELINE_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.RegisterImprovedModelResponse> registerImprovedModel(
        io.modelwire.registry.v1.RegisterImprovedModelRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRegisterImprovedModelMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Get the version that a model is registered as, by the model's uuid. Where one model
     * is registered several times, the newest version answers.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.GetModelByUuidResponse> getModelByUuid(
        io.modelwire.registry.v1.GetModelByUuidRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetModelByUuidMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Get a model version by name and version, by name and alias, or by uuid.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.GetModelVersionResponse> getModelVersion(
        io.modelwire.registry.v1.GetModelVersionRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetModelVersionMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Get several model versions at once. Those that are not there are no error.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER,
     * MLFLOW_CREDENTIALS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.BatchGetModelVersionsResponse> batchGetModelVersions(
        io.modelwire.registry.v1.BatchGetModelVersionsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchGetModelVersionsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * List registered models.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.ListModelsResponse> listModels(
        io.modelwire.registry.v1.ListModelsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListModelsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * List model versions, of one registered model or of any.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.ListModelVersionsResponse> listModelVersions(
        io.modelwire.registry.v1.ListModelVersionsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListModelVersionsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Get how a model came about: the chain from its baseline over each improvement, across
     * registered models, with all that branches off.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.GetLineageResponse> getLineage(
        io.modelwire.registry.v1.GetLineageRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetLineageMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * List what each contributor added to each metric.
     * Errors: INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.ListContributionsResponse> listContributions(
        io.modelwire.registry.v1.ListContributionsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListContributionsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Get how far Modelwire knows what MLflow has.
     * Errors: none of its own.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.GetIndexStatusResponse> getIndexStatus(
        io.modelwire.registry.v1.GetIndexStatusRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetIndexStatusMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Point an alias to a model version, from wherever it pointed before.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, ETAG_MISMATCH, MODEL_BUSY, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.SetAliasResponse> setAlias(
        io.modelwire.registry.v1.SetAliasRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSetAliasMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Delete an alias. The version that it points to stays.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, ETAG_MISMATCH, MODEL_BUSY, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.DeleteAliasResponse> deleteAlias(
        io.modelwire.registry.v1.DeleteAliasRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteAliasMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Set tags of a model version. Tags that it has besides stay.
     * MLflow sets one tag a call: where the call fails with UNAVAILABLE, some may be set, and a
     * repeat sets the rest.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.SetTagsResponse> setTags(
        io.modelwire.registry.v1.SetTagsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSetTagsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Delete a tag of a model version.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.DeleteTagResponse> deleteTag(
        io.modelwire.registry.v1.DeleteTagRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteTagMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Give a model version another description.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.UpdateDescriptionResponse> updateDescription(
        io.modelwire.registry.v1.UpdateDescriptionRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateDescriptionMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Delete a model version, and before it the aliases that point to it. The model itself and
     * its run stay in MLflow. A version that was deleted already is no error; one that never was
     * there is.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, ETAG_MISMATCH, MODEL_BUSY,
     * MLFLOW_UNAVAILABLE, MLFLOW_UNEXPECTED_ANSWER, MLFLOW_REFUSED, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.DeleteModelVersionResponse> deleteModelVersion(
        io.modelwire.registry.v1.DeleteModelVersionRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteModelVersionMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Infer a signature from examples, as MLflow's `infer_signature` does. Nothing is
     * registered.
     * Where MLflow cannot tell the columns it takes them for a single column of any, and a
     * warning says why.
     * Errors: INVALID_FIELD.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.InferSignatureResponse> inferSignature(
        io.modelwire.registry.v1.InferSignatureRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getInferSignatureMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Compare a signature with the one that it is to take the place of: whether callers of
     * the old one can call the new one, and each difference.
     * Errors: INVALID_FIELD, MODEL_NOT_FOUND, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.CompareSignaturesResponse> compareSignatures(
        io.modelwire.registry.v1.CompareSignaturesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCompareSignaturesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Get what is stored of an upload, until it is registered.
     * Errors: INVALID_FIELD, UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.GetUploadResponse> getUpload(
        io.modelwire.registry.v1.GetUploadRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetUploadMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Delete an upload with all that was made for it, before it expires. One that is deleted already
     * is UPLOAD_NOT_FOUND.
     * Errors: INVALID_FIELD, UPLOAD_NOT_FOUND, UPLOAD_NOT_OPEN, MLFLOW_UNAVAILABLE,
     * MLFLOW_UNEXPECTED_ANSWER, MLFLOW_CREDENTIALS.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.modelwire.registry.v1.DeleteUploadResponse> deleteUpload(
        io.modelwire.registry.v1.DeleteUploadRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteUploadMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_REGISTER_BASELINE = 0;
  private static final int METHODID_REGISTER_IMPROVED_MODEL = 1;
  private static final int METHODID_GET_MODEL_BY_UUID = 2;
  private static final int METHODID_GET_MODEL_VERSION = 3;
  private static final int METHODID_BATCH_GET_MODEL_VERSIONS = 4;
  private static final int METHODID_LIST_MODELS = 5;
  private static final int METHODID_LIST_MODEL_VERSIONS = 6;
  private static final int METHODID_GET_LINEAGE = 7;
  private static final int METHODID_LIST_CONTRIBUTIONS = 8;
  private static final int METHODID_GET_INDEX_STATUS = 9;
  private static final int METHODID_SET_ALIAS = 10;
  private static final int METHODID_DELETE_ALIAS = 11;
  private static final int METHODID_SET_TAGS = 12;
  private static final int METHODID_DELETE_TAG = 13;
  private static final int METHODID_UPDATE_DESCRIPTION = 14;
  private static final int METHODID_DELETE_MODEL_VERSION = 15;
  private static final int METHODID_INFER_SIGNATURE = 16;
  private static final int METHODID_COMPARE_SIGNATURES = 17;
  private static final int METHODID_GET_UPLOAD = 18;
  private static final int METHODID_DELETE_UPLOAD = 19;
  private static final int METHODID_DOWNLOAD_PACKAGE = 20;
  private static final int METHODID_UPLOAD_PACKAGE = 21;

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
        case METHODID_REGISTER_BASELINE:
          serviceImpl.registerBaseline((io.modelwire.registry.v1.RegisterBaselineRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.RegisterBaselineResponse>) responseObserver);
          break;
        case METHODID_REGISTER_IMPROVED_MODEL:
          serviceImpl.registerImprovedModel((io.modelwire.registry.v1.RegisterImprovedModelRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.RegisterImprovedModelResponse>) responseObserver);
          break;
        case METHODID_GET_MODEL_BY_UUID:
          serviceImpl.getModelByUuid((io.modelwire.registry.v1.GetModelByUuidRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetModelByUuidResponse>) responseObserver);
          break;
        case METHODID_GET_MODEL_VERSION:
          serviceImpl.getModelVersion((io.modelwire.registry.v1.GetModelVersionRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetModelVersionResponse>) responseObserver);
          break;
        case METHODID_BATCH_GET_MODEL_VERSIONS:
          serviceImpl.batchGetModelVersions((io.modelwire.registry.v1.BatchGetModelVersionsRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.BatchGetModelVersionsResponse>) responseObserver);
          break;
        case METHODID_LIST_MODELS:
          serviceImpl.listModels((io.modelwire.registry.v1.ListModelsRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.ListModelsResponse>) responseObserver);
          break;
        case METHODID_LIST_MODEL_VERSIONS:
          serviceImpl.listModelVersions((io.modelwire.registry.v1.ListModelVersionsRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.ListModelVersionsResponse>) responseObserver);
          break;
        case METHODID_GET_LINEAGE:
          serviceImpl.getLineage((io.modelwire.registry.v1.GetLineageRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetLineageResponse>) responseObserver);
          break;
        case METHODID_LIST_CONTRIBUTIONS:
          serviceImpl.listContributions((io.modelwire.registry.v1.ListContributionsRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.ListContributionsResponse>) responseObserver);
          break;
        case METHODID_GET_INDEX_STATUS:
          serviceImpl.getIndexStatus((io.modelwire.registry.v1.GetIndexStatusRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetIndexStatusResponse>) responseObserver);
          break;
        case METHODID_SET_ALIAS:
          serviceImpl.setAlias((io.modelwire.registry.v1.SetAliasRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.SetAliasResponse>) responseObserver);
          break;
        case METHODID_DELETE_ALIAS:
          serviceImpl.deleteAlias((io.modelwire.registry.v1.DeleteAliasRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DeleteAliasResponse>) responseObserver);
          break;
        case METHODID_SET_TAGS:
          serviceImpl.setTags((io.modelwire.registry.v1.SetTagsRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.SetTagsResponse>) responseObserver);
          break;
        case METHODID_DELETE_TAG:
          serviceImpl.deleteTag((io.modelwire.registry.v1.DeleteTagRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DeleteTagResponse>) responseObserver);
          break;
        case METHODID_UPDATE_DESCRIPTION:
          serviceImpl.updateDescription((io.modelwire.registry.v1.UpdateDescriptionRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.UpdateDescriptionResponse>) responseObserver);
          break;
        case METHODID_DELETE_MODEL_VERSION:
          serviceImpl.deleteModelVersion((io.modelwire.registry.v1.DeleteModelVersionRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DeleteModelVersionResponse>) responseObserver);
          break;
        case METHODID_INFER_SIGNATURE:
          serviceImpl.inferSignature((io.modelwire.registry.v1.InferSignatureRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.InferSignatureResponse>) responseObserver);
          break;
        case METHODID_COMPARE_SIGNATURES:
          serviceImpl.compareSignatures((io.modelwire.registry.v1.CompareSignaturesRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.CompareSignaturesResponse>) responseObserver);
          break;
        case METHODID_GET_UPLOAD:
          serviceImpl.getUpload((io.modelwire.registry.v1.GetUploadRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.GetUploadResponse>) responseObserver);
          break;
        case METHODID_DELETE_UPLOAD:
          serviceImpl.deleteUpload((io.modelwire.registry.v1.DeleteUploadRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DeleteUploadResponse>) responseObserver);
          break;
        case METHODID_DOWNLOAD_PACKAGE:
          serviceImpl.downloadPackage((io.modelwire.registry.v1.DownloadPackageRequest) request,
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.DownloadPackageResponse>) responseObserver);
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
        case METHODID_UPLOAD_PACKAGE:
          return (io.grpc.stub.StreamObserver<Req>) serviceImpl.uploadPackage(
              (io.grpc.stub.StreamObserver<io.modelwire.registry.v1.UploadPackageResponse>) responseObserver);
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getRegisterBaselineMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.RegisterBaselineRequest,
              io.modelwire.registry.v1.RegisterBaselineResponse>(
                service, METHODID_REGISTER_BASELINE)))
        .addMethod(
          getRegisterImprovedModelMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.RegisterImprovedModelRequest,
              io.modelwire.registry.v1.RegisterImprovedModelResponse>(
                service, METHODID_REGISTER_IMPROVED_MODEL)))
        .addMethod(
          getGetModelByUuidMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.GetModelByUuidRequest,
              io.modelwire.registry.v1.GetModelByUuidResponse>(
                service, METHODID_GET_MODEL_BY_UUID)))
        .addMethod(
          getGetModelVersionMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.GetModelVersionRequest,
              io.modelwire.registry.v1.GetModelVersionResponse>(
                service, METHODID_GET_MODEL_VERSION)))
        .addMethod(
          getBatchGetModelVersionsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.BatchGetModelVersionsRequest,
              io.modelwire.registry.v1.BatchGetModelVersionsResponse>(
                service, METHODID_BATCH_GET_MODEL_VERSIONS)))
        .addMethod(
          getListModelsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.ListModelsRequest,
              io.modelwire.registry.v1.ListModelsResponse>(
                service, METHODID_LIST_MODELS)))
        .addMethod(
          getListModelVersionsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.ListModelVersionsRequest,
              io.modelwire.registry.v1.ListModelVersionsResponse>(
                service, METHODID_LIST_MODEL_VERSIONS)))
        .addMethod(
          getGetLineageMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.GetLineageRequest,
              io.modelwire.registry.v1.GetLineageResponse>(
                service, METHODID_GET_LINEAGE)))
        .addMethod(
          getListContributionsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.ListContributionsRequest,
              io.modelwire.registry.v1.ListContributionsResponse>(
                service, METHODID_LIST_CONTRIBUTIONS)))
        .addMethod(
          getGetIndexStatusMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.GetIndexStatusRequest,
              io.modelwire.registry.v1.GetIndexStatusResponse>(
                service, METHODID_GET_INDEX_STATUS)))
        .addMethod(
          getSetAliasMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.SetAliasRequest,
              io.modelwire.registry.v1.SetAliasResponse>(
                service, METHODID_SET_ALIAS)))
        .addMethod(
          getDeleteAliasMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.DeleteAliasRequest,
              io.modelwire.registry.v1.DeleteAliasResponse>(
                service, METHODID_DELETE_ALIAS)))
        .addMethod(
          getSetTagsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.SetTagsRequest,
              io.modelwire.registry.v1.SetTagsResponse>(
                service, METHODID_SET_TAGS)))
        .addMethod(
          getDeleteTagMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.DeleteTagRequest,
              io.modelwire.registry.v1.DeleteTagResponse>(
                service, METHODID_DELETE_TAG)))
        .addMethod(
          getUpdateDescriptionMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.UpdateDescriptionRequest,
              io.modelwire.registry.v1.UpdateDescriptionResponse>(
                service, METHODID_UPDATE_DESCRIPTION)))
        .addMethod(
          getDeleteModelVersionMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.DeleteModelVersionRequest,
              io.modelwire.registry.v1.DeleteModelVersionResponse>(
                service, METHODID_DELETE_MODEL_VERSION)))
        .addMethod(
          getInferSignatureMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.InferSignatureRequest,
              io.modelwire.registry.v1.InferSignatureResponse>(
                service, METHODID_INFER_SIGNATURE)))
        .addMethod(
          getCompareSignaturesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.CompareSignaturesRequest,
              io.modelwire.registry.v1.CompareSignaturesResponse>(
                service, METHODID_COMPARE_SIGNATURES)))
        .addMethod(
          getUploadPackageMethod(),
          io.grpc.stub.ServerCalls.asyncClientStreamingCall(
            new MethodHandlers<
              io.modelwire.registry.v1.UploadPackageRequest,
              io.modelwire.registry.v1.UploadPackageResponse>(
                service, METHODID_UPLOAD_PACKAGE)))
        .addMethod(
          getGetUploadMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.GetUploadRequest,
              io.modelwire.registry.v1.GetUploadResponse>(
                service, METHODID_GET_UPLOAD)))
        .addMethod(
          getDeleteUploadMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.modelwire.registry.v1.DeleteUploadRequest,
              io.modelwire.registry.v1.DeleteUploadResponse>(
                service, METHODID_DELETE_UPLOAD)))
        .addMethod(
          getDownloadPackageMethod(),
          io.grpc.stub.ServerCalls.asyncServerStreamingCall(
            new MethodHandlers<
              io.modelwire.registry.v1.DownloadPackageRequest,
              io.modelwire.registry.v1.DownloadPackageResponse>(
                service, METHODID_DOWNLOAD_PACKAGE)))
        .build();
  }

  private static abstract class RegistryServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    RegistryServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.modelwire.registry.v1.RegistryServiceProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("RegistryService");
    }
  }

  private static final class RegistryServiceFileDescriptorSupplier
      extends RegistryServiceBaseDescriptorSupplier {
    RegistryServiceFileDescriptorSupplier() {}
  }

  private static final class RegistryServiceMethodDescriptorSupplier
      extends RegistryServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    RegistryServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (RegistryServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new RegistryServiceFileDescriptorSupplier())
              .addMethod(getRegisterBaselineMethod())
              .addMethod(getRegisterImprovedModelMethod())
              .addMethod(getGetModelByUuidMethod())
              .addMethod(getGetModelVersionMethod())
              .addMethod(getBatchGetModelVersionsMethod())
              .addMethod(getListModelsMethod())
              .addMethod(getListModelVersionsMethod())
              .addMethod(getGetLineageMethod())
              .addMethod(getListContributionsMethod())
              .addMethod(getGetIndexStatusMethod())
              .addMethod(getSetAliasMethod())
              .addMethod(getDeleteAliasMethod())
              .addMethod(getSetTagsMethod())
              .addMethod(getDeleteTagMethod())
              .addMethod(getUpdateDescriptionMethod())
              .addMethod(getDeleteModelVersionMethod())
              .addMethod(getInferSignatureMethod())
              .addMethod(getCompareSignaturesMethod())
              .addMethod(getUploadPackageMethod())
              .addMethod(getGetUploadMethod())
              .addMethod(getDeleteUploadMethod())
              .addMethod(getDownloadPackageMethod())
              .build();
        }
      }
    }
    return result;
  }
}
