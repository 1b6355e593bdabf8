package io.modelwire.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Gives unary calls a deadline that have none. A stream may last for ever. */
record DefaultDeadline(Duration deadline) implements ClientInterceptor {
  @Override
  public <ReqT, RespT> ClientCall<ReqT, RespT> interceptCall(
      MethodDescriptor<ReqT, RespT> method, CallOptions options, Channel next) {
    boolean applies = method.getType() == MethodType.UNARY && options.getDeadline() == null;
    CallOptions limited =
        applies ? options.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS) : options;
    return next.newCall(method, limited);
  }
}
