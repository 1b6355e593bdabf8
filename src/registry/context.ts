import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { MlflowClient } from "../mlflow/client.ts";
import type { SigningKey } from "../package/signing-key.ts";
import type { Store } from "../store/store.ts";

/**
 * The steps of a registration, in order. A crash after any of them leaves nothing lost, nothing
 * twice and nothing that stays; the tests crash after each.
 */
export type RegistrationStep =
  | "inserted"
  | "run-created"
  | "logged-model-created"
  | "files-written"
  | "ready"
  | "registered-model-ensured"
  | "version-created"
  | "committed"
  | "run-ended";

/** The steps of an upload: a crash after any of them loses nothing that was whole. */
export type UploadStep =
  | "upload-run-created"
  | "upload-model-created"
  | "upload-part-stored"
  | "upload-parts-joined"
  | "upload-file-stored";

/** A step of either. */
export type Step = RegistrationStep | UploadStep;

/** What registering and looking up need. */
export interface RegistryContext {
  config: Pick<
    Config,
    "modelPrefix" | "experimentName" | "mlflow" | "maxMessageBytes" | "uploadExpiryMs"
  >;
  store: Store;
  mlflow: MlflowClient;
  log: Logger;
  /** What signature bundles are verified with; empty where they are only kept. */
  signingKeys: readonly SigningKey[];
  /** How long a registration stays its owner's without a sign of life. */
  leaseMs: number;
  /** Work that goes on although its caller may have gone: a shutdown waits for it. */
  running: Set<Promise<unknown>>;
  /** Called after each step: where the tests kill the process. */
  onStep: (step: Step) => void;
}
