import { test } from "vitest";
test("hang", async () => { console.log("HANGING"); await new Promise(r=>setTimeout(r,50000)); });
