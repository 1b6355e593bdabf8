import { z } from "zod";

const text = z.string().min(1);
const token = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/);
const time = z.iso.datetime();

const metadata2025 = {
  model_name: text,
  mlflow_run_id: text.nullable(),
  improvement_percentage: z.number().nullable(),
  contributor_address: address.nullable(),
  experiment_name: text.nullable(),
  tags: z.record(z.string(), z.string()).nullable(),
};

const keys2025 = {
  model_id: text,
  idempotency_key: z.uuid(),
  registered_version: text,
  timestamp: time,
  token_symbol: token,
  baseline_metrics: z.record(z.string(), z.number()),
};

/** A receiver that takes the keys of 2025-08-15, all of them and no other. */
export const receiver2025 = z.strictObject({
  ...keys2025,
  metadata: z.strictObject(metadata2025),
});

/** A receiver that demands the keys of 2025-08-15 and lets others be. */
export const tolerant2025 = z.looseObject({
  ...keys2025,
  metadata: z.looseObject(metadata2025),
});

const keysApril7 = {
  ...keys2025,
  status: z.literal("registered"),
  token_id: token,
  token_identifier: token,
  proposal_identifier: text,
  model_name: text,
  version: text,
  metric_name: text,
  baseline_value: z.number(),
  current_value: z.number(),
  mlflow_run_id: text.nullable(),
  metadata: z.strictObject({
    ...metadata2025,
    model_version: text,
    metric_name: text,
    baseline_value: z.number(),
    current_value: z.number(),
    status: z.literal("registered"),
    proposal_identifier: text,
  }),
};

/** A receiver that takes the keys of 2026-04-07, all of them and no other. */
export const receiverApril7 = z.strictObject(keysApril7);

const keysApril18 = {
  ...keysApril7,
  event_type: z.literal("model_registered"),
  model_version: text,
};

/** A receiver that takes the keys of 2026-04-18, all of them and no other. */
export const receiverApril18 = z.strictObject(keysApril18);

/** A receiver that takes the keys of 2026-04-18, all of them, and the new ones where they are. */
export const receiverNovember = z.strictObject({
  ...keysApril18,
  model_uuid: text.optional(),
  model_uri: text.optional(),
  signature: text.optional(),
  structured_metadata: z.record(z.string(), z.json()).optional(),
});

const jsonSchema = z.looseObject({ type: z.literal("object") });

/** A receiver of the nested shape, which takes no key that is not its own, and no null. */
export const receiverNested = z.strictObject({
  event_type: z.literal("model_registered"),
  model: z.strictObject({
    id: token.refine((id) => id === id.toLowerCase(), "expected lower case"),
    name: text,
    status: z.literal("registered"),
    version: text,
    run_id: text.optional(),
    user_id: text.optional(),
    api_schema: z
      .strictObject({ inputSchema: jsonSchema.optional(), outputSchema: jsonSchema.optional() })
      .refine((schemas) => Object.keys(schemas).length > 0, "expected at least one")
      .optional(),
    eval_spec: z
      .json()
      .refine((spec) => spec !== null, "expected no null")
      .optional(),
    scorer_ref: text.optional(),
    primary_metric: text.optional(),
    benchmark_spec_id: text.optional(),
  }),
  timestamp: time,
  source: z.literal("mlflow"),
});

/** The strict receiver of each payload, by the name under which its body is kept. */
export const strictReceivers: Record<string, z.ZodType> = {
  "SITE_FLAT@2025-08-15": receiver2025,
  "SITE_FLAT@2026-04-07": receiverApril7,
  "SITE_FLAT@2026-04-18": receiverApril18,
  "SITE_FLAT@2026-11-24": receiverNovember,
  "SITE_NESTED@2026-04-30": receiverNested,
};
