package io.modelwire.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import io.modelwire.registry.v1.ErrorReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallFailureTest {
  @Test
  void tellsAllThatTheServerSays() {
    FieldViolation violation =
        FieldViolation.newBuilder()
            .setField("model_type")
            .setDescription("expected 1 to 64 characters")
            .build();
    Status status =
        Status.newBuilder()
            .setCode(Code.INVALID_ARGUMENT.getNumber())
            .setMessage("model_type: expected 1 to 64 characters")
            .addDetails(
                Any.pack(
                    ErrorInfo.newBuilder()
                        .setDomain("modelwire")
                        .setReason("INVALID_FIELD")
                        .putMetadata("request_id", "1")
                        .build()))
            .addDetails(Any.pack(BadRequest.newBuilder().addFieldViolations(violation).build()))
            .build();
    CallFailure failure = CallFailure.of(StatusProto.toStatusException(status));
    assertEquals(
        new CallFailure(
            io.grpc.Status.Code.INVALID_ARGUMENT,
            "model_type: expected 1 to 64 characters",
            ErrorReason.ERROR_REASON_INVALID_FIELD,
            "INVALID_FIELD",
            Map.of("request_id", "1"),
            List.of(violation),
            Optional.empty()),
        failure);
    assertFalse(failure.isTransient());
  }

  @Test
  void tellsHowLongToWait() {
    CallFailure failure = CallFailure.of(Failures.unavailable("MODEL_BUSY", 500));
    assertEquals(Optional.of(Duration.ofMillis(500)), failure.retryDelay());
    assertTrue(failure.isTransient());
  }

  @Test
  void takesAServerThatIsFullForAMinuteForOneThatWillNotBe() {
    assertTrue(CallFailure.of(Failures.full(60_000)).isTransient());
    assertFalse(CallFailure.of(Failures.full(60_001)).isTransient());
    assertFalse(CallFailure.of(Failures.of(Code.RESOURCE_EXHAUSTED, "SERVER_BUSY")).isTransient());
  }

  @Test
  void keepsTheNameOfAReasonThatItDoesNotKnow() {
    CallFailure failure = CallFailure.of(Failures.of(Code.ABORTED, "ADDED_LATER"));
    assertEquals(ErrorReason.ERROR_REASON_UNSPECIFIED, failure.reason());
    assertEquals("ADDED_LATER", failure.reasonName());
  }

  @Test
  void takesTheReasonOfAnotherDomainForNone() {
    ErrorInfo info =
        ErrorInfo.newBuilder().setDomain("example.com").setReason("INVALID_FIELD").build();
    Status status =
        Status.newBuilder()
            .setCode(Code.UNAVAILABLE.getNumber())
            .addDetails(Any.pack(info))
            .build();
    CallFailure failure = CallFailure.of(StatusProto.toStatusRuntimeException(status));
    assertEquals(ErrorReason.ERROR_REASON_UNSPECIFIED, failure.reason());
    assertEquals("", failure.reasonName());
  }

  @Test
  void passesOverADetailThatCannotBeRead() {
    Any broken =
        Any.pack(ErrorInfo.getDefaultInstance()).toBuilder()
            .setValue(ByteString.copyFrom(new byte[] {(byte) 0xff}))
            .build();
    Status status =
        Status.newBuilder().setCode(Code.INTERNAL.getNumber()).addDetails(broken).build();
    CallFailure failure = CallFailure.of(StatusProto.toStatusRuntimeException(status));
    assertEquals(io.grpc.Status.Code.INTERNAL, failure.code());
    assertEquals("", failure.reasonName());
  }

  @Test
  void tellsOfWhatIsNoCallThatItIsUnknown() {
    CallFailure failure = CallFailure.of(new IllegalStateException("oops"));
    assertEquals(io.grpc.Status.Code.UNKNOWN, failure.code());
    assertEquals(ErrorReason.ERROR_REASON_UNSPECIFIED, failure.reason());
  }
}
