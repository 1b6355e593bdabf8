import ipaddr from "ipaddr.js";
import { ConfigError } from "../config/read-values.ts";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A network, as an address and how many of its bits count. */
export type Network = readonly [Address, number];

const GLOBAL_UNICAST: Network = [ipaddr.parse("2000::"), 3];
const NAT64: Network = [ipaddr.parse("64:ff9b::"), 96];
/** What the machine itself can be reached at. */
export const loopback: readonly Network[] = [
  [ipaddr.parse("127.0.0.0"), 8],
  [ipaddr.parse("::1"), 128],
];

/**
 * Reads MODELWIRE_WEBHOOK_ALLOW: addresses and CIDR ranges, comma-separated.
 *
 * @throws ConfigError naming the part that is neither
 */
export function readNetworks(text: string): Network[] {
  return text.split(",").map((part) => {
    const one = part.trim();
    // No other spellings than the usual ones: ipaddr.js would take 10 and 0xa000000 too.
    const whole = /^[\d.]+$/.test(one) || /^[\da-fA-F:.]+$/.test(one);
    if (whole && !one.includes("/") && isPlain(one)) {
      const address = ipaddr.parse(one);
      return [address, address.kind() === "ipv4" ? 32 : 128];
    }
    const [base = ""] = one.split("/");
    if (isPlain(base) && ipaddr.isValidCIDR(one)) return ipaddr.parseCIDR(one);
    throw new ConfigError(
      `MODELWIRE_WEBHOOK_ALLOW: "${one}": expected addresses and CIDR ranges, comma-separated, such as 10.0.0.0/8,192.168.1.7,fd00::/8`,
    );
  });
}

function isPlain(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || (text.includes(":") && ipaddr.isValid(text));
}

/** Tells whether an address is in one of the networks. */
export function isIn(networks: readonly Network[], text: string): boolean {
  const address = parse(text);
  return address !== undefined && networks.some((network) => matches(address, network));
}

/**
 * Names what an address is, where it is not one that anybody on the Internet may be reached at:
 * "private", "loopback" and so on, as `ipaddr.js` and IANA's registries of special-purpose
 * addresses have them. Undefined for a public one.
 */
export function specialRange(text: string): string | undefined {
  const address = parse(text);
  if (!address) return "no address";
  const range = address.range();
  // What is left of IPv6 without a name is not given to anybody: of it ::127.0.0.1 is a part.
  if (address.kind() === "ipv6" && !matches(address, GLOBAL_UNICAST)) {
    return range === "unicast" ? "unassigned" : range;
  }
  return range === "unicast" ? undefined : range;
}

/** Reads an address; one of IPv4 that is written as one of IPv6 is the one of IPv4. */
function parse(text: string): Address | undefined {
  // The zone says which link it is on: it is a link-local one in any case.
  const [plain = ""] = text.split("%");
  if (!ipaddr.isValid(plain)) return undefined;
  const address = ipaddr.parse(plain);
  if (!(address instanceof ipaddr.IPv6)) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  // A translator behind it connects to what is in the last four bytes. 6to4 and Teredo have an
  // address in them too; they are never public here.
  if (matches(address, NAT64)) return new ipaddr.IPv4(address.toByteArray().slice(12));
  return address;
}

function matches(address: Address, [base, bits]: Network): boolean {
  if (address instanceof ipaddr.IPv4) {
    return base instanceof ipaddr.IPv4 && address.match(base, bits);
  }
  return base instanceof ipaddr.IPv6 && address.match(base, bits);
}
