import { z } from "zod";

/** A `model_uuid`: MLflow's model id, or the bare hexadecimal uuid of a model of MLflow 2. */
export const modelUuid = z
  .string()
  .regex(
    /^(m-)?[0-9a-f]{32}$/,
    "expected m- and 32 hexadecimal digits in lower case, or 32 hexadecimal digits for a model of MLflow 2",
  );

/** The name of a registered model. */
export const modelName = z
  .string()
  .max(256, "expected at most 256 characters")
  .regex(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
    /^[^/:\x00-\x1f\x7f]+$/,
    "expected 1 to 256 characters without /, : and control characters",
  )
  .refine((name) => name.trim() === name, "expected no space at the beginning or the end");

/** The number of a version. */
export const version = z.string().regex(/^[1-9]\d{0,8}$/, "expected a version number, such as 3");

/** An alias of a registered model. */
export const alias = z
  .string()
  .regex(/^[\w-]{1,255}$/, "expected 1 to 255 letters, digits, - and _");
