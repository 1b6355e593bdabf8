import type { Meter } from "@opentelemetry/api";
import { gauge } from "./meter.ts";

/** How the certificate of the listeners is doing. */
export interface ShownCertificate {
  /** Until when it is valid, in milliseconds since 1970. */
  expiryTimeMs: number;
  /** Whether its files hold something else that cannot be used. */
  failing: boolean;
}

/** Measures the certificate of the listeners. */
export function measureCertificates(meter: Meter, read: () => ShownCertificate): void {
  gauge(
    meter,
    "modelwire_tls_certificate_expiry_timestamp_seconds",
    "Until when the certificate of the listeners is valid, in seconds since 1970",
    (result) => result.observe(read().expiryTimeMs / 1000),
  );
  gauge(
    meter,
    "modelwire_tls_certificate_failing",
    "1 where the files of the certificate hold something else that cannot be used",
    (result) => result.observe(Number(read().failing)),
  );
}
