import type { CatalogContext } from "../catalog/context.ts";
import type { Config } from "../config/config.ts";
import type { Caller } from "../identity/caller.ts";
import type { SigningKey } from "../package/signing-key.ts";

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

/** The steps of a change: after each call that tells MLflow of it, and when it is written down. */
export type ChangeStep = "change-told" | "change-written";

/** A step of any of them. */
export type Step = RegistrationStep | UploadStep | ChangeStep;

/** What became of a try to carry out a registration. */
export type RegistrationEnd =
  /** Complete. */
  | "registered"
  /** Complete, by the recovery. */
  | "recovered"
  /** Forgotten by the recovery, with all that it had made. */
  | "cleaned_up"
  /** Refused, or left to the recovery. */
  | "failed";

/** What registering and looking up need. */
export interface RegistryContext extends CatalogContext {
  /** Whose work it is: whoever calls, or the server itself. */
  caller: Caller;
  config: Pick<
    Config,
    | "modelPrefix"
    | "experimentName"
    | "mlflow"
    | "maxMessageBytes"
    | "maxPackageBytes"
    | "uploadExpiryMs"
  >;
  /** What signature bundles are verified with; empty where they are only kept. */
  signingKeys: readonly SigningKey[];
  /** How long a registration stays its owner's without a sign of life. */
  leaseMs: number;
  /** The smallest part of a file that goes to the store in parts, in bytes. */
  leastPartBytes: number;
  /** Work that goes on although its caller may have gone: a shutdown waits for it. */
  running: Set<Promise<unknown>>;
  /** Called after each step: where the tests kill the process. */
  onStep: (step: Step) => void;
  /** Called at the end of each try. */
  onRegistrationEnd?: (end: RegistrationEnd) => void;
}
