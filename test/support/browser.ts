import { existsSync } from "node:fs";
import packed from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { makeTemporaryDirectory } from "./temporary-directory.ts";

/** A browser of a test's own, which reaches this machine alone. */
export interface TestBrowser {
  readonly context: BrowserContext;
  /** Requests that would have left this machine, and were ended. */
  readonly refused: readonly string[];
  /** Ends it with all its processes, and removes its files. */
  stop(): Promise<void>;
}

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // What the browser does by itself is not routed: it finds no other machine.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/**
 * Starts a Chromium without a window: the one that CHROMIUM_PATH names, or on Linux x64 the one
 * that comes as an npm package.
 *
 * @throws Error where there is neither
 */
export async function startBrowser(): Promise<TestBrowser> {
  const files = await makeTemporaryDirectory("modelwire-browser-");
  let browser: Browser | undefined;
  const refused: string[] = [];
  const stop = async () => {
    await browser?.close();
    await files.remove();
  };
  try {
    const executablePath = await chromiumPath(files.path);
    browser = await chromium.launch({ executablePath, args: ARGS });
    const context = await browser.newContext();
    await context.route(
      (url) => url.hostname !== "127.0.0.1" && url.protocol !== "data:" && url.protocol !== "blob:",
      async (route) => {
        refused.push(route.request().url());
        await route.abort();
      },
    );
    return { context, refused, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function chromiumPath(folder: string): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH: no file ${named}; expected the path of a Chromium or Chrome`);
  }
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      "CHROMIUM_PATH: expected the path of a Chromium or Chrome: the one that comes as an npm package is for Linux x64",
    );
  }
  // It unpacks itself where temporary files go, and would stay there for whoever comes next.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await packed.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
