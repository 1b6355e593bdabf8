import { test, vi } from "vitest";
import { stopUnderLoad } from "../support/shutdown-scene.ts";

vi.setConfig({ testTimeout: 240_000 });

test.each(Array.from({ length: 10 }, (_, i) => i + 1))(
  "SIGTERM under load is answered with success or UNAVAILABLE, and no registration is lost or doubled, time %i",
  stopUnderLoad,
);
