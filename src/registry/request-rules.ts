import type { JsonObject } from "@bufbuild/protobuf";
import { z } from "zod";
import { MetricDirection } from "#gen/modelwire/registry/v1/improvement_pb.js";
import type {
  RegisterBaselineRequest,
  RegisterImprovedModelRequest,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { modelName } from "../catalog/name-rules.ts";
import { type FieldViolation, invalidFields } from "../error.ts";
import { reservedImprovedTags, reservedTagSpace, reservedTags } from "../mlflow/reserved-tags.ts";
import { DEEPEST_JSON, holdsMoreThan, isDeeperThan, MOST_VALUES } from "../package/json.ts";
import { fieldPath, violationsOf } from "../validation.ts";
import { MOST_FILES } from "./package-content.ts";
import { siteBindingRules } from "./site-binding-rules.ts";

/** A UUID in its usual form. */
export const uuid = z.guid("expected a UUID, such as 6f8a1c1e-3b0a-4d3c-9a54-0c6c2f1d7e11");

const RESERVED_PARAMS = ["model_type", "is_baseline", "registration_time"];
// MLflow's rule for the names of tags, params and metrics (`_VALID_PARAM_AND_METRIC_NAMES`).
const KEY = /^[\w.\-/: ]{1,250}$/;
const KEY_RULE = "expected 1 to 250 letters, digits, spaces and _ - . / :";

/** As many as MLflow takes of a run's metrics in one call. */
export const MOST_ENTRIES = 1000;

/** Rules for a map, each violation naming the key that is wrong. */
function keyed<T>(rule: (key: string, value: T) => string | undefined) {
  return z.record(z.string(), z.custom<T>()).superRefine((map, context) => {
    const entries = Object.entries(map);
    if (entries.length > MOST_ENTRIES) {
      const message = `expected at most ${MOST_ENTRIES} entries, not ${entries.length}`;
      context.addIssue({ code: "custom", message });
      return;
    }
    for (const [key, value] of entries) {
      const wrong = rule(key, value);
      if (wrong) context.addIssue({ code: "custom", message: `"${key}": ${wrong}` });
    }
  });
}

function wrongKey(key: string): string | undefined {
  if (!KEY.test(key)) return KEY_RULE;
  // MLflow refuses what its file store could not keep as a path (`_validate_tag_name`).
  if (key.startsWith("/") || key.split("/").some((part) => part === "." || part === "..")) {
    return "expected no path that leads elsewhere";
  }
  return undefined;
}

function wrongLength(value: string, most: number): string | undefined {
  const length = [...value].length;
  return length > most
    ? `expected a value of at most ${most} characters, not ${length}`
    : undefined;
}

function tags(reserved: readonly string[]) {
  return keyed<string>((key, value) => wrongTag(key, reserved) ?? wrongLength(value, 5000));
}

function wrongTag(key: string, reserved: readonly string[]): string | undefined {
  if (reserved.includes(key) || reservedTagSpace.test(key)) {
    return "Modelwire or MLflow sets this tag itself";
  }
  return wrongKey(key);
}

/** Tags of any version, by their keys. */
export const versionTags = tags(reservedImprovedTags);

/** The key of a tag of any version. */
export const versionTagKey = z.string().superRefine((key, context) => {
  const message = wrongTag(key, reservedImprovedTags);
  if (message) context.addIssue({ code: "custom", message });
});

function params(reserved: readonly string[]) {
  return keyed<string>((key, value) => {
    if (reserved.includes(key)) return "Modelwire sets this param itself";
    return wrongKey(key) ?? wrongLength(value, 6000);
  });
}

const metrics = keyed<number>((key, value) => {
  // MLflow gives the NaN of a logged model back as 0, and infinity as the largest double.
  return wrongKey(key) ?? (Number.isFinite(value) ? undefined : "expected a finite number");
});

const inlinePackage = z.looseObject({
  files: z
    .array(
      z.looseObject({
        path: z.string(),
        sha256: z
          .string()
          .regex(/^[0-9a-fA-F]{64}$/, "expected 64 hexadecimal digits")
          .optional(),
      }),
    )
    .min(1, "expected at least one file, the MLmodel")
    .max(MOST_FILES, `expected at most ${MOST_FILES} files`),
});

const mlflowUri = z
  .string()
  .regex(
    /^(models:\/m-[0-9a-f]{32}|runs:\/[0-9a-f]{32}\/[^'"#\\]+)$/,
    "expected models:/m-… for a logged model, or runs:/<run id>/<path> for a model that a run logged",
  )
  .refine(
    (uri) => !uri.split("/").some((part) => part === ".." || part === "."),
    "expected no path that leads elsewhere",
  );

/** The name of an experiment. */
export const experimentName = z
  .string()
  .min(1, "expected a name; leave it unset for the server's own experiment")
  .max(500, "expected at most 500 characters");

/** What people should know of a version. */
export const description = z
  .string()
  .refine((text) => [...text].length <= 5000, "expected at most 5,000 characters");

/** The id of a run. */
export const runId = z.string().regex(/^[0-9a-f]{32}$/, "expected 32 hexadecimal digits");

const uploadedPackage = z.looseObject({ uploadId: uuid });

const modelType = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{0,63}$/,
    "expected 1 to 64 characters of a-z, 0-9 and _, beginning with a letter, such as classification",
  );

/** What both ways to register have in common. */
const sharedRules = z.looseObject({
  requestId: uuid.optional(),
  modelName: modelName.optional(),
  metadata: z
    .custom<JsonObject>()
    .refine((metadata) => !holdsMoreThan(MOST_VALUES, metadata), {
      error: `expected at most ${MOST_VALUES} values, objects and arrays among them`,
      abort: true,
    })
    .refine(
      (metadata) => !isDeeperThan(DEEPEST_JSON, metadata),
      `expected objects and arrays that nest at most ${DEEPEST_JSON} deep`,
    )
    .optional(),
  metrics,
  description: description.optional(),
  experimentName: experimentName.optional(),
  runId: runId.optional(),
  siteBinding: siteBindingRules.optional(),
});

const registerBaselineRules = sharedRules.extend({
  modelType,
  tags: tags(reservedTags),
  params: params(RESERVED_PARAMS),
});

const metricDetails = z.looseObject({
  direction: z.enum(MetricDirection, "expected a MetricDirection"),
  unit: z.string().max(50, "expected at most 50 characters").optional(),
  datasetDigest: z.string().max(250, "expected at most 250 characters").optional(),
});

const registerImprovedModelRules = sharedRules.extend({
  modelType: modelType.optional(),
  tags: versionTags,
  params: params([
    ...RESERVED_PARAMS,
    "baseline_model_id",
    "contributor_address",
    "improvement_count",
  ]),
  deltaMetrics: metrics,
  metricDetails: keyed<unknown>((key, value) => {
    const issue = metricDetails.safeParse(value).error?.issues[0];
    return wrongKey(key) ?? (issue && `${fieldPath(issue.path)}: ${issue.message}`);
  }),
});

/**
 * Checks what a RegisterBaselineRequest must hold, the contents of files apart.
 * @throws ModelwireError INVALID_FIELD naming every field that is wrong
 */
export function checkRegisterBaseline(request: RegisterBaselineRequest): void {
  refuse(violationsOf(registerBaselineRules.safeParse(request).error), request);
}

/**
 * Checks what a RegisterImprovedModelRequest must hold, the contents of files, the baseline and
 * the contributor apart.
 * @throws ModelwireError INVALID_FIELD naming every field that is wrong
 */
export function checkRegisterImprovedModel(request: RegisterImprovedModelRequest): void {
  refuse(violationsOf(registerImprovedModelRules.safeParse(request).error), request);
}

type Request = RegisterBaselineRequest | RegisterImprovedModelRequest;

function refuse(violations: FieldViolation[], request: Request): void {
  const all = [...violations, ...sourceViolations(request.source), ...exampleViolations(request)];
  if (all.length > 0) throw invalidFields(all);
}

function exampleViolations({ inputExample, outputExample, paramsExample }: Request) {
  if (inputExample) return [];
  const description = "only with an input_example";
  return [
    ...(outputExample ? [{ field: "output_example", description }] : []),
    ...(paramsExample === undefined ? [] : [{ field: "params_example", description }]),
  ];
}

/**
 * Refuses what only a package can be given.
 * @throws ModelwireError INVALID_FIELD naming every field that is wrong
 */
export function refuseForHeldModel(request: Request): void {
  const improves = request.$typeName === "modelwire.registry.v1.RegisterImprovedModelRequest";
  const given: [string, boolean][] = [
    ["signature", request.signature !== undefined],
    ["metadata", request.metadata !== undefined],
    ["params", Object.keys(request.params).length > 0],
    // An improved model's are also what it is compared by.
    ["metrics", !improves && Object.keys(request.metrics).length > 0],
    ["experiment_name", request.experimentName !== undefined],
    ["run_id", request.runId !== undefined],
    ["input_example", request.inputExample !== undefined],
  ];
  const violations = given
    .filter(([, isGiven]) => isGiven)
    .map(([field]) => ({
      field,
      description: "only for a package: a model that mlflow_uri names has its own",
    }));
  if (request.signatureBundle !== undefined) {
    const description = "only for a package, whose files it is checked against";
    violations.push({ field: "signature_bundle", description });
  }
  if (violations.length > 0) throw invalidFields(violations);
}

/**
 * Refuses what an upload has said already.
 * @throws ModelwireError INVALID_FIELD naming every field that is wrong
 */
export function refuseForUpload({ experimentName, runId }: Request): void {
  const given: [string, unknown][] = [
    ["experiment_name", experimentName],
    ["run_id", runId],
  ];
  const violations = given
    .filter(([, value]) => value !== undefined)
    .map(([field]) => ({ field, description: "not for an upload, which was begun with its own" }));
  if (violations.length > 0) throw invalidFields(violations);
}

const sourceRules = { package: inlinePackage, uploadedPackage, mlflowUri };

function sourceViolations(source: Request["source"]): FieldViolation[] {
  if (source.case === undefined) {
    const description =
      "expected a package, with the model's files, an uploaded_package or an mlflow_uri";
    return [{ field: "package", description }];
  }
  const issues = sourceRules[source.case].safeParse(source.value).error?.issues ?? [];
  return issues.map(({ path, message }) => ({
    field: fieldPath([source.case, ...path]),
    description: message,
  }));
}
