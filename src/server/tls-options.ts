import { constants } from "node:crypto";
import type { SecureContextOptions } from "node:tls";

/** Certificates and key in PEM. */
export interface TlsMaterial {
  cert: string;
  key: string;
  /** Authorities of client certificates; undefined: none is asked for. */
  ca: string | undefined;
}

/** Gives what a listener's TLS is set up with: at least TLS 1.2, with the ciphers of Node. */
export function secureContextOptions({ cert, key, ca }: TlsMaterial): SecureContextOptions {
  return {
    cert,
    key,
    minVersion: "TLSv1.2",
    ...(ca !== undefined && {
      ca,
      // A session that is resumed brings its client's certificate along without another look at
      // it, so that it would outlive its own end and its authority's.
      secureOptions: constants.SSL_OP_NO_TICKET,
    }),
  };
}
