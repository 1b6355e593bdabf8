import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { connect } from "../../clients/typescript/src/connect.ts";
import { startGuardedModelwire } from "./access.ts";
import type { Clients } from "./clients.ts";
import type { TestModelwire } from "./modelwire.ts";
import { makeTlsSetting, type TlsSetting } from "./tls-setting.ts";

/**
 * A Modelwire as others than its own machine would reach it: its listeners speak TLS, with a
 * certificate of an authority of its own, and callers need an API key.
 */
export interface TlsModelwire {
  readonly modelwire: TestModelwire;
  readonly tls: TlsSetting;
  /** Clients that trust its authority, and may do everything. */
  readonly clients: Clients;
  /** What the tour of a client takes to reach it. */
  readonly environment: Record<string, string>;
  /** API key that may do everything. */
  readonly key: string;
  /** What the tour takes to show a certificate of the same authority, in place of the API key. */
  showing(subject: string): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts Modelwire with TLS on both listeners, and authentication.
 *
 * @param certificateAccess what client certificates of its authority allow; without it none is
 * asked for
 */
export async function startTlsModelwire(certificateAccess?: string): Promise<TlsModelwire> {
  const tls = await makeTlsSetting();
  const environment = {
    ...tls.environment,
    ...(certificateAccess !== undefined && {
      MODELWIRE_TLS_CLIENT_CA_FILE: tls.caPath,
      MODELWIRE_CERTIFICATE_ACCESS: certificateAccess,
    }),
  };
  const guarded = await startGuardedModelwire("sqlite", { environment });
  const { modelwire, admin } = guarded;
  const { grpcAddress, httpUrl: url } = modelwire;
  const { cert: rootCertificates } = tls.authority;
  const addresses = {
    MODELWIRE_GRPC: grpcAddress,
    MODELWIRE_URL: url,
    MODELWIRE_CA_FILE: tls.caPath,
  };
  return {
    modelwire,
    tls,
    clients: connect({ url, apiKey: admin.key, rootCertificates, timeoutMs: 0 }),
    environment: { ...addresses, MODELWIRE_API_KEY: admin.key },
    key: admin.key,
    async showing(subject) {
      const issued = await tls.authority.issue({ names: [], subject, usage: "client" });
      const folder = dirname(tls.caPath);
      const [certPath, keyPath] = [join(folder, "client.crt"), join(folder, "client.key")];
      await writeFile(certPath, issued.cert);
      await writeFile(keyPath, issued.key);
      return {
        ...addresses,
        MODELWIRE_CLIENT_CERTIFICATE_FILE: certPath,
        MODELWIRE_CLIENT_KEY_FILE: keyPath,
      };
    },
    async stop() {
      await guarded.stop();
      await tls.remove();
    },
  };
}
