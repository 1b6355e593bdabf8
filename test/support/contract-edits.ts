import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkDeclared } from "../../scripts/contract/declared.ts";
import type { Finding } from "../../scripts/contract/finding.ts";
import { release } from "../../scripts/contract/release.ts";
import { copyUnreleased, generate, type Replacement, replaceOnce } from "./contract-copy.ts";

/** An edit of a contract that was released as 1.0.0. */
export interface Edit {
  what: string;
  changes: readonly (Replacement | ((root: string) => Promise<void>))[];
}

/** An edit that the gate refuses. */
export interface BreakingEdit extends Edit {
  /** What the gate says is broken, and the beginning of what to do instead. It may say more. */
  says: readonly (readonly [broke: string, mend: string])[];
}

/** Names the files that are edited. */
export const files = {
  changes: "proto/modelwire/registry/v1/changes.proto",
  consistency: "proto/modelwire/registry/v1/consistency.proto",
  delivery: "proto/modelwire/webhook/v1/delivery.proto",
  endpoint: "proto/modelwire/webhook/v1/endpoint.proto",
  errorReason: "proto/modelwire/registry/v1/error_reason.proto",
  event: "proto/modelwire/event/v1/event.proto",
  eventService: "proto/modelwire/event/v1/event_service.proto",
  example: "proto/modelwire/registry/v1/example.proto",
  improvement: "proto/modelwire/registry/v1/improvement.proto",
  modelInfo: "proto/modelwire/registry/v1/model_info.proto",
  modelVersion: "proto/modelwire/registry/v1/model_version.proto",
  modelVersionRef: "proto/modelwire/registry/v1/model_version_ref.proto",
  reads: "proto/modelwire/registry/v1/reads.proto",
  registration: "proto/modelwire/registry/v1/registration.proto",
  registryService: "proto/modelwire/registry/v1/registry_service.proto",
  signature: "proto/modelwire/registry/v1/signature.proto",
  sitePayload: "proto/modelwire/event/v1/site_payload.proto",
  upload: "proto/modelwire/registry/v1/upload.proto",
  webhookService: "proto/modelwire/webhook/v1/webhook_service.proto",
} as const;

/** Replaces a text that is once in a file, or once in what a header there begins. */
export function edit(
  file: keyof typeof files,
  within: string | undefined,
  from: string | RegExp,
  to: string,
): Replacement {
  return { file: files[file], ...(within !== undefined && { within }), from, to };
}

/** Adds a text behind a header that is once in a file. */
export function add(file: keyof typeof files, header: string, text: string): Replacement {
  return edit(file, header, header, `${header}\n  ${text}`);
}

/** What the contract has none of yet: things that are reserved, and things that are deprecated. */
const preparation: Replacement[] = [
  edit(
    "delivery",
    "message Attempt {",
    "message Attempt {",
    'message Attempt {\n  reserved 50, 60 to 70;\n  reserved "old_outcome";',
  ),
  edit(
    "delivery",
    "message Attempt {",
    "response_excerpt = 6;",
    "response_excerpt = 6 [deprecated = true];",
  ),
  edit(
    "delivery",
    "enum DeliveryState {",
    "enum DeliveryState {",
    'enum DeliveryState {\n  reserved 50, 60 to 70;\n  reserved "DELIVERY_STATE_LOST";',
  ),
  edit("event", "enum EventType {", "STAGE_CHANGED = 6;", "STAGE_CHANGED = 6 [deprecated = true];"),
  edit(
    "webhookService",
    "rpc PauseEndpoint(",
    "option idempotency_level",
    "option deprecated = true;\n    option idempotency_level",
  ),
];

/** A released contract, of which each edit gets a copy. */
export interface ReleasedContract {
  /** Makes an edit in a copy, and gives what the gate finds there. */
  findingsOf(edit: Edit): Promise<Finding[]>;
  remove(): Promise<void>;
}

/** Releases the contract as it is now as 1.0.0, in a folder of its own. */
export async function releaseContract(): Promise<ReleasedContract> {
  const scratch = await mkdtemp(join(tmpdir(), "modelwire-contract-edits-"));
  const released = join(scratch, "released");
  await copyUnreleased(released);
  for (const replacement of preparation) await replaceOnce(released, replacement);
  await generate(released);
  const findings = await release(released, { version: "1.0.0", retire: [], because: undefined });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return {
    async findingsOf({ changes }) {
      const root = await mkdtemp(join(scratch, "edit-"));
      for (const part of ["proto", "contract", "CHANGELOG.md", "buf.yaml", "node_modules"]) {
        // A copy of what is edited; a function may edit anything.
        const isEdited = changes.some((change) => {
          return typeof change === "function" || change.file.startsWith(part);
        });
        const [from, to] = [join(released, part), join(root, part)];
        if (isEdited && part !== "node_modules") await cp(from, to, { recursive: true });
        else await symlink(from, to);
      }
      for (const change of changes) {
        if (typeof change === "function") await change(root);
        else await replaceOnce(root, change);
      }
      return (await checkDeclared(root)).findings;
    },
    async remove() {
      await rm(scratch, { recursive: true });
    },
  };
}
