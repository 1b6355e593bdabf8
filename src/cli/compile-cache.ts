import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/**
 * Has Node keep what it compiles of the modules that are loaded from now on, so that the command
 * starts faster the next time. Where that cannot be, or NODE_DISABLE_COMPILE_CACHE is set, it
 * starts as ever; NODE_COMPILE_CACHE names another folder.
 */
export function keepCompiledCode(): void {
  const folder = cacheFolder(process.env, process.platform);
  if (folder !== undefined) enableCompileCache(folder);
}

/** Gives the command's folder below that for caches of the user; undefined where there is none. */
export function cacheFolder(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  home: () => string = homedir,
): string | undefined {
  const given = platform === "win32" ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  if (given !== undefined && isAbsolute(given)) return join(given, "modelwire");
  try {
    const caches = { darwin: ["Library", "Caches"], win32: ["AppData", "Local"] };
    return join(home(), ...(caches[platform as keyof typeof caches] ?? [".cache"]), "modelwire");
  } catch {
    // A user id without an account has no home.
    return undefined;
  }
}
