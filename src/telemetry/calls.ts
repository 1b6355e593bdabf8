import type { ConnectError, StreamRequest, UnaryRequest } from "@connectrpc/connect";

/** A call that begins. */
export interface ObservedCall {
  /** Full name of the service, such as `modelwire.registry.v1.RegistryService`. */
  service: string;
  method: string;
  protocol: "grpc" | "grpc-web" | "connect";
  /** The call as it came in, with what interceptors keep of it in its context values. */
  request: UnaryRequest | StreamRequest;
}

/** How a call ended, for its caller. */
export interface CallEnd {
  /** `ok`, or the code as Connect writes it, such as `not_found`. */
  code: string;
  /** Reason of the error, such as `MODEL_VERSION_NOT_FOUND`; undefined where it has none. */
  reason: string | undefined;
  error: ConnectError | undefined;
  /** Until the last message was taken. */
  durationMs: number;
}

/** Hears of a call when it begins, and gives what is to hear of its end. */
export type CallListener = (call: ObservedCall) => (end: CallEnd) => void;
