import { expect, test } from "vitest";
import { isIn, readNetworks, specialRange } from "./address.ts";

test.for([
  ["127.0.0.1", "loopback"],
  ["0.0.0.0", "unspecified"],
  ["10.1.2.3", "private"],
  ["172.31.255.255", "private"],
  ["192.168.0.1", "private"],
  ["169.254.169.254", "linkLocal"],
  ["100.64.0.1", "carrierGradeNat"],
  ["192.0.2.1", "reserved"],
  ["198.18.0.1", "reserved"],
  ["224.0.0.1", "multicast"],
  ["255.255.255.255", "broadcast"],
  ["::", "unspecified"],
  ["::1", "loopback"],
  ["::ffff:127.0.0.1", "loopback"],
  ["::ffff:a9fe:a9fe", "linkLocal"],
  ["64:ff9b::10.0.0.1", "private"],
  ["64:ff9b:1::1", "rfc6052"],
  ["::127.0.0.1", "loopback"],
  ["::7f00:2:1", "unassigned"],
  ["2002:7f00:1::", "6to4"],
  ["2001:0:4136:e378:8000:63bf:3fff:fdd2", "teredo"],
  ["fe80::1%eth0", "linkLocal"],
  ["fd00:ec2::254", "uniqueLocal"],
  ["fec0::1", "deprecatedSiteLocal"],
  ["ff02::1", "multicast"],
  ["2001:db8::1", "reserved"],
  ["nonsense", "no address"],
] as const)("%s is not public", ([address, range]) => {
  expect(specialRange(address)).toBe(range);
});

test.for([
  "93.184.216.34",
  "172.32.0.1",
  "2606:2800:220:1::1",
  "::ffff:8.8.8.8",
  "64:ff9b::8.8.8.8",
])("%s is public", (address) => {
  expect(specialRange(address)).toBeUndefined();
});

test("addresses and ranges of both families are read, and told apart", () => {
  const networks = readNetworks("10.0.0.0/8, 192.168.1.7,fd00::/8,::1");
  for (const inside of ["10.255.0.1", "192.168.1.7", "fd12::1", "::1", "::ffff:10.0.0.1"]) {
    expect(isIn(networks, inside), inside).toBe(true);
  }
  for (const outside of ["11.0.0.1", "192.168.1.8", "fe80::1", "::", "::ffff:11.0.0.1", "x"]) {
    expect(isIn(networks, outside), outside).toBe(false);
  }
});

test.for([
  "10.0.0.0/33",
  "10",
  "0x0a000001",
  "example.com",
  "",
  "10.0.0.1,",
  "::/129",
  "10.0.0.0/a",
])('what is neither an address nor a range is refused: "%s"', (text) => {
  expect(() => readNetworks(text)).toThrow(
    /^MODELWIRE_WEBHOOK_ALLOW: ".*": expected addresses and CIDR ranges/,
  );
});
