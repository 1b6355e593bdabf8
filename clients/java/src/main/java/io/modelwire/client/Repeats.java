package io.modelwire.client;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.util.function.BooleanSupplier;

/**
 * Repeats unary calls that the contract says are idempotent. What is it by a request id alone is
 * repeated only with one. gRPC's own retries cannot tell whether a request has an id, nor read when
 * to try again.
 *
 * @param isOver tells whether the connection was ended on this side
 */
record Repeats(BooleanSupplier isOver) implements ClientInterceptor {
  @Override
  public <ReqT, RespT> ClientCall<ReqT, RespT> interceptCall(
      MethodDescriptor<ReqT, RespT> method, CallOptions options, Channel next) {
    boolean mayBe = method.isSafe() || method.isIdempotent();
    if (method.getType() != MethodType.UNARY || !mayBe) return next.newCall(method, options);
    return new RepeatedCall<>(() -> next.newCall(method, options), options, isOver);
  }

  /** Tells whether a request does no more when it is sent again. */
  static boolean mayBeRepeated(Object request) {
    if (!(request instanceof Message message)) return false;
    FieldDescriptor id = message.getDescriptorForType().findFieldByName("request_id");
    return id == null || message.hasField(id);
  }
}
