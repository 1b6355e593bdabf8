import type { CallOptions } from "@connectrpc/connect";
import { Option } from "commander";
import type { VersionSummary } from "#gen/modelwire/registry/v1/registered_model_pb.js";
import { reasonOf } from "../../clients/typescript/src/errors.ts";
import { callUntilAvailable } from "../../clients/typescript/src/retry.ts";
import type { ServerOptions } from "./client.ts";
import { HintedError } from "./error.ts";
import { commandName, type Field } from "./output.ts";
import { pairs } from "./registration-text.ts";
import { clearWait, showWait } from "./repeat.ts";
import { stopSignal } from "./stop-signal.ts";

/** Options of every command that changes what is registered. */
export interface ChangeOptions extends ServerOptions {
  etag?: string;
}

/** Creates `--etag`. */
export function etagOption(text = "only where the version is as it was read: its etag"): Option {
  return new Option("--etag <etag>", text);
}

/**
 * Makes a call that changes something, and repeats it as long as the server is unavailable and says
 * when to try again, within `--timeout`.
 *
 * @throws what the last call threw
 */
export async function change<T>(
  options: ChangeOptions,
  call: (options: CallOptions) => Promise<T>,
): Promise<T> {
  const signal = stopSignal();
  let mayBeDone = false;
  try {
    return await callUntilAvailable((timeoutMs) => call({ timeoutMs, signal }), {
      timeoutMs: options.timeout * 1000,
      signal,
      onWait(error, delayMs) {
        mayBeDone ||= reasonOf(error) !== "MODEL_BUSY";
        showWait(error, delayMs);
      },
    }).finally(clearWait);
  } catch (error) {
    if (!mayBeDone || reasonOf(error) !== "ETAG_MISMATCH") throw error;
    const hint = `an earlier try may have made this very change; look with: ${commandName} get`;
    throw new HintedError(error, hint);
  }
}

/** Lists what can be changed of a version, as it is now. */
export function changedFields(version: VersionSummary | undefined): Field[] {
  const changed = version?.modelVersion;
  return [
    ["model_id", changed && `${changed.name}/${changed.version}`],
    ["aliases", changed?.aliases.join(", ")],
    ["tags", pairs(changed?.tags ?? {})],
    ["description", changed?.description],
    ["etag", version?.etag],
  ];
}
