import { type FSWatcher, watch } from "node:fs";
import { dirname } from "node:path";
import type { SecureContextOptions, Server } from "node:tls";
import type { Logger } from "pino";
import type { TlsConfig } from "../config/tls.ts";
import { messageOf } from "../error.ts";
import { createExpiryWarning, type ExpiryWarning } from "./tls-expiry.ts";
import { readTlsFiles } from "./tls-files.ts";

/** How the certificates are doing, for metrics. */
export interface CertificateState {
  /** When those in use expire, in milliseconds since 1970. */
  expiryTimeMs: number;
  /** Whether the files hold something else that cannot be used. */
  failing: boolean;
}

/** The certificates of both listeners, which follow their files. */
export interface Certificates {
  /** Whether client certificates are asked for. */
  readonly asksClients: boolean;
  /** Those of now. */
  readonly options: SecureContextOptions;
  /** Gives a server whatever comes to be used from now on, until it closes. */
  follow(server: Server): void;
  state(): CertificateState;
  stop(): void;
}

/** When files are looked at, in milliseconds. */
export interface CertificateTiming {
  /** How often in any case: not every file system tells of changes. */
  pollMs: number;
  /** How long after a change: a certificate and its key are two files. */
  settleMs: number;
}

const usual: CertificateTiming = { pollMs: 60_000, settleMs: 500 };

/**
 * Reads the certificates, and goes on to look at their files. New ones are for connections that
 * begin from then on. Where they cannot be used, those before stay in use, and the log says why.
 *
 * @throws ConfigError naming the setting whose file is not what it must be
 */
export async function openCertificates(
  config: TlsConfig,
  log: Logger,
  { pollMs, settleMs }: CertificateTiming = usual,
): Promise<Certificates> {
  let files = await readTlsFiles(config);
  let failure: string | undefined;
  let suspicion: string | undefined;
  const servers = new Set<Server>();
  const warning: ExpiryWarning = createExpiryWarning(log);
  warning.check(files.expiryTimeMs);

  let looking = Promise.resolve();
  let settling: NodeJS.Timeout | undefined;
  let stopped = false;
  const lookNext = () => {
    looking = looking.then(look);
  };
  const onEvent = () => {
    clearTimeout(settling);
    if (!stopped) settling = setTimeout(lookNext, settleMs).unref();
  };
  const look = async () => {
    try {
      const found = await readTlsFiles(config);
      failure = suspicion = undefined;
      if (found.sha256 === files.sha256) return;
      files = found;
      for (const server of servers) server.setSecureContext(found.options);
      log.info({ expires_at: new Date(found.expiryTimeMs) }, "new certificates are in use");
    } catch (error) {
      const message = messageOf(error);
      if (message !== suspicion) {
        // Perhaps they are being written: another look says.
        suspicion = message;
        return onEvent();
      }
      if (message !== failure) {
        log.error({ error: message }, "new certificates cannot be used: those before stay in use");
      }
      failure = message;
    } finally {
      warning.check(files.expiryTimeMs);
    }
  };
  const poll = setInterval(lookNext, pollMs).unref();
  const watchers = watchFolders(foldersOf(config), onEvent, log);
  return {
    asksClients: config.clientCaPath !== undefined,
    get options() {
      return files.options;
    },
    follow(server) {
      servers.add(server);
      server.once("close", () => servers.delete(server));
    },
    state: () => ({ expiryTimeMs: files.expiryTimeMs, failing: failure !== undefined }),
    stop() {
      stopped = true;
      clearInterval(poll);
      clearTimeout(settling);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** Gives the folders and not the files: Kubernetes and certbot put another in a file's place. */
function foldersOf({ certPath, keyPath, clientCaPath }: TlsConfig): Set<string> {
  return new Set([certPath, keyPath, clientCaPath ?? certPath].map((path) => dirname(path)));
}

function watchFolders(folders: Set<string>, onEvent: () => void, log: Logger): FSWatcher[] {
  return [...folders].flatMap((folder) => {
    const fail = (error: unknown) =>
      log.debug(
        { folder, error: messageOf(error) },
        "certificates are looked at by the clock only",
      );
    try {
      return [watch(folder, { persistent: false }, onEvent).on("error", fail)];
    } catch (error) {
      fail(error);
      return [];
    }
  });
}
