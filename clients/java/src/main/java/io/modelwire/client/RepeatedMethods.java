package io.modelwire.client;

import com.google.protobuf.Descriptors;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.modelwire.event.v1.EventServiceGrpc;
import io.modelwire.registry.v1.RegistryServiceGrpc;
import io.modelwire.webhook.v1.WebhookServiceGrpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells gRPC which methods it may repeat: those that the contract says are idempotent, save those
 * that are it by a request id alone, which a request may lack, and streams.
 */
final class RepeatedMethods {
  private static final Map<String, ?> POLICY =
      Map.of(
          "maxAttempts",
          5.0,
          "initialBackoff",
          "0.2s",
          "maxBackoff",
          "5s",
          "backoffMultiplier",
          2.0,
          "retryableStatusCodes",
          List.of("UNAVAILABLE"));

  private RepeatedMethods() {}

  /** Gives gRPC's service config. */
  static Map<String, ?> serviceConfig() {
    return Map.of("methodConfig", List.of(Map.of("name", names(), "retryPolicy", POLICY)));
  }

  private static List<Map<String, String>> names() {
    List<Map<String, String>> names = new ArrayList<>();
    for (ServiceDescriptor service :
        List.of(
            RegistryServiceGrpc.getServiceDescriptor(),
            EventServiceGrpc.getServiceDescriptor(),
            WebhookServiceGrpc.getServiceDescriptor())) {
      for (MethodDescriptor<?, ?> method : service.getMethods()) {
        if (mayBeRepeated(method)) {
          names.add(Map.of("service", service.getName(), "method", method.getBareMethodName()));
        }
      }
    }
    return names;
  }

  private static boolean mayBeRepeated(MethodDescriptor<?, ?> method) {
    if (method.getType() != MethodType.UNARY) return false;
    if (method.isSafe()) return true;
    Descriptors.MethodDescriptor declared =
        ((ProtoMethodDescriptorSupplier) method.getSchemaDescriptor()).getMethodDescriptor();
    return method.isIdempotent() && declared.getInputType().findFieldByName("request_id") == null;
  }
}
