import { createRequire } from "node:module";

/** Version of Modelwire. */
export const { version } = createRequire(import.meta.url)("#package.json") as { version: string };
