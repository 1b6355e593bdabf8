package io.modelwire.client;

import com.google.protobuf.Any;
import com.google.protobuf.util.Durations;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** Failures as Modelwire makes them. */
final class Failures {
  private Failures() {}

  static StatusRuntimeException of(Code code, String reason) {
    return StatusProto.toStatusRuntimeException(status(code, reason).build());
  }

  /** Is unavailable, and says to try again after a while. */
  static StatusRuntimeException unavailable(String reason, long retryMillis) {
    return later(Code.UNAVAILABLE, reason, retryMillis);
  }

  /** Is full, and says to try again after a while. */
  static StatusRuntimeException full(long retryMillis) {
    return later(Code.RESOURCE_EXHAUSTED, "SERVER_BUSY", retryMillis);
  }

  private static StatusRuntimeException later(Code code, String reason, long retryMillis) {
    RetryInfo retry =
        RetryInfo.newBuilder().setRetryDelay(Durations.fromMillis(retryMillis)).build();
    return StatusProto.toStatusRuntimeException(
        status(code, reason).addDetails(Any.pack(retry)).build());
  }

  static Status.Builder status(Code code, String reason) {
    ErrorInfo info = ErrorInfo.newBuilder().setDomain("modelwire").setReason(reason).build();
    return Status.newBuilder()
        .setCode(code.getNumber())
        .setMessage("went wrong")
        .addDetails(Any.pack(info));
  }
}
