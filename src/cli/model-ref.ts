import { create } from "@bufbuild/protobuf";
import {
  type ModelVersionRef,
  ModelVersionRefSchema,
} from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import { invalid } from "./error.ts";

const modelUuid = /^(m-)?[0-9a-f]{32}$/;

/**
 * Parses how people name a model version: a model's uuid (`m-` and 32 hexadecimal digits, or the
 * digits alone as MLflow 2 wrote them), `name/version` or `name@alias`. MLflow's prefix
 * `models:/` may stand before each.
 *
 * @throws CliError for a text that is none of them.
 */
export function parseModelRef(text: string): ModelVersionRef {
  const bare = text.replace(/^models:\/+/, "");
  if (modelUuid.test(bare))
    return create(ModelVersionRefSchema, { ref: { case: "modelUuid", value: bare } });

  const slash = bare.lastIndexOf("/");
  const name = bare.slice(0, slash);
  const version = bare.slice(slash + 1);
  if (slash > 0 && /^\d+$/.test(version)) {
    return create(ModelVersionRefSchema, {
      ref: { case: "nameVersion", value: { name, version } },
    });
  }
  // Only an alias has no `@`, so the last one divides.
  const at = bare.lastIndexOf("@");
  if (slash < 0 && at > 0 && at < bare.length - 1) {
    const value = { name: bare.slice(0, at), alias: bare.slice(at + 1) };
    return create(ModelVersionRefSchema, { ref: { case: "nameAlias", value } });
  }
  throw invalid(
    `${text}: must be a uuid (m- and 32 hexadecimal digits), name/version or name@alias`,
  );
}
