package io.modelwire.client;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.modelwire.registry.v1.ErrorReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of a call that failed, as {@link io.grpc.StatusRuntimeException} carries them. Other
 * details than these are in {@link StatusProto#fromThrowable}.
 *
 * @param code gRPC's code
 * @param message what went wrong, for people to read
 * @param reason why, for programs; {@code ERROR_REASON_UNSPECIFIED} where the failure is not of
 *     Modelwire, such as a broken connection, or its reason is newer than this client
 * @param reasonName the reason as the server named it, also one that this client does not know,
 *     such as {@code MODEL_NOT_FOUND}; empty where there is none
 * @param metadata what else belongs to the reason; ErrorReason says which keys
 * @param fieldViolations the fields of the request that were wrong, with what would be right
 * @param retryDelay how long to wait before the call is repeated, where the server says so
 */
public record CallFailure(
    Status.Code code,
    String message,
    ErrorReason reason,
    String reasonName,
    Map<String, String> metadata,
    List<FieldViolation> fieldViolations,
    Optional<Duration> retryDelay) {
  private static final String DOMAIN = "modelwire";
  // What is used up for longer is a quota: to wait for it is for people to decide.
  private static final Duration LONGEST_FULL = Duration.ofMinutes(1);

  /** Makes copies of what can be changed. */
  public CallFailure {
    metadata = Map.copyOf(metadata);
    fieldViolations = List.copyOf(fieldViolations);
  }

  /** Reads the facts of what a stub threw; of anything else, that its code is unknown. */
  public static CallFailure of(Throwable thrown) {
    Status status = Status.fromThrowable(thrown);
    com.google.rpc.Status details = StatusProto.fromThrowable(thrown);
    if (details == null) details = com.google.rpc.Status.getDefaultInstance();
    ErrorInfo info =
        find(details, ErrorInfo.class)
            .filter(found -> found.getDomain().equals(DOMAIN))
            .orElse(ErrorInfo.getDefaultInstance());
    return new CallFailure(
        status.getCode(),
        status.getDescription() == null ? "" : status.getDescription(),
        reasonNamed(info.getReason()),
        info.getReason(),
        info.getMetadataMap(),
        find(details, BadRequest.class).map(BadRequest::getFieldViolationsList).orElse(List.of()),
        find(details, RetryInfo.class).map(RetryInfo::getRetryDelay).map(CallFailure::toDuration));
  }

  /**
   * Tells whether the call may succeed when it is repeated a while later: the server was not
   * reached, cannot serve now, or is full, which is RESOURCE_EXHAUSTED with a delay of up to a
   * minute.
   */
  public boolean isTransient() {
    if (code == Status.Code.UNAVAILABLE) return true;
    return code == Status.Code.RESOURCE_EXHAUSTED
        && retryDelay.filter(delay -> delay.compareTo(LONGEST_FULL) <= 0).isPresent();
  }

  private static ErrorReason reasonNamed(String name) {
    try {
      return ErrorReason.valueOf("ERROR_REASON_" + name);
    } catch (IllegalArgumentException e) {
      return ErrorReason.ERROR_REASON_UNSPECIFIED;
    }
  }

  private static Duration toDuration(com.google.protobuf.Duration delay) {
    return Duration.ofSeconds(delay.getSeconds(), delay.getNanos());
  }

  private static <T extends Message> Optional<T> find(com.google.rpc.Status status, Class<T> type) {
    for (Any detail : status.getDetailsList()) {
      if (!detail.is(type)) continue;
      try {
        return Optional.of(detail.unpack(type));
      } catch (InvalidProtocolBufferException e) {
        // A detail that cannot be read says nothing; the code still does.
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
