import { durationMs } from "@bufbuild/protobuf/wkt";
import type { Attempt } from "#gen/modelwire/webhook/v1/delivery_pb.js";
import { time } from "./output.ts";

/** Says on one line how an attempt went. */
export function attemptText(attempt: Attempt): string {
  const { status, error, latency, serverFault } = attempt;
  const outcome = error ?? (status === undefined ? "" : `HTTP ${status}`);
  const tookMs = latency ? durationMs(latency) : 0;
  const whose = serverFault ? " (Modelwire's own side: not counted)" : "";
  return `${time(attempt.startTime)}  ${outcome}, in ${tookMs} ms${whose}`;
}
