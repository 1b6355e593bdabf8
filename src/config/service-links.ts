const NAME = "MODELWIRE(_[A-Z0-9]+)*";
const NAMED = new RegExp(
  `^${NAME}_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)$`,
);
const PORT = new RegExp(`^${NAME}_PORT$`);

/**
 * Says whether a variable is one that Kubernetes puts into every container for a Service whose name
 * begins with `modelwire`, such as `MODELWIRE_PORT=tcp://10.0.0.1:8080`.
 */
export function isServiceLink(name: string, value = ""): boolean {
  // A port alone is what somebody would set who takes it for a setting.
  return NAMED.test(name) || (PORT.test(name) && /^(tcp|udp|sctp):\/\//.test(value));
}
