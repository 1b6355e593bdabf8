import type { PeerCertificate } from "node:tls";
import type { Caller } from "./caller.ts";

/** What a call says of who calls. */
export interface Credentials {
  /** The header `authorization`. */
  authorization: string | undefined;
  /** The client's certificate, which the TLS handshake has verified. */
  certificate: PeerCertificate | undefined;
}

/** One way of making sure who calls. */
export interface Authenticator {
  /** What to send, in words, for the error of a call that sends nothing. */
  readonly takes: string;
  /**
   * Whether what it has taken can be revoked: streams of such a caller are ended when that happens.
   */
  readonly isRevocable?: boolean;
  /**
   * Says who calls; undefined where the credentials are of another kind than it knows.
   * @throws ModelwireError CREDENTIALS_INVALID, IDENTITY_PROVIDER_UNAVAILABLE
   */
  authenticate(credentials: Credentials): Promise<Caller | undefined>;
}
