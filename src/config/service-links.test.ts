import { expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { isServiceLink } from "./service-links.ts";
import { settings } from "./settings.ts";

/** What kubelet gives containers for the Service of deploy/kubernetes, and for others beside it. */
const links = {
  MODELWIRE_SERVICE_HOST: "10.0.0.1",
  MODELWIRE_SERVICE_PORT: "8080",
  MODELWIRE_SERVICE_PORT_HTTP: "8080",
  MODELWIRE_SERVICE_PORT_HTTP_METRICS: "8080",
  MODELWIRE_PORT: "tcp://10.0.0.1:8080",
  MODELWIRE_PORT_8080_TCP: "tcp://10.0.0.1:8080",
  MODELWIRE_PORT_8080_TCP_PROTO: "tcp",
  MODELWIRE_PORT_8080_TCP_PORT: "8080",
  MODELWIRE_PORT_8080_TCP_ADDR: "10.0.0.1",
  MODELWIRE_PORT_53_UDP_ADDR: "10.0.0.1",
  MODELWIRE_PORT_9_SCTP: "sctp://10.0.0.1:9",
  MODELWIRE_TEST_2_SERVICE_HOST: "10.0.0.2",
  MODELWIRE_TEST_2_PORT: "udp://10.0.0.2:53",
  MODELWIRE_TEST_2_PORT_53_UDP: "udp://10.0.0.2:53",
};

test("what Kubernetes says of Services named modelwire is no setting, and not refused", () => {
  expect(readConfig(links)).toEqual(readConfig({}));
});

test.each([
  ["MODELWIRE_PORT", "8080"],
  ["MODELWIRE_PORT", ""],
  ["MODELWIRE_HTTP_PORT", "8080"],
  ["MODELWIRE_SERVICE", "tcp://10.0.0.1:8080"],
  ["MODELWIRE_SERVICE_HOSTS", "10.0.0.1"],
  ["MODELWIRE_SERVICE_PORTS", "8080"],
  ["MODELWIRE_PORT_HTTP_TCP", "tcp://10.0.0.1:8080"],
  ["MODELWIRE_PORT_8080_HTTP", "tcp://10.0.0.1:8080"],
  ["MODELWIRE_PORT_8080_TCP_HOST", "10.0.0.1"],
  ["MODELWIRE_PORT_8080_TCP_ADDR_", "10.0.0.1"],
  ["MODELWIRE_HTTP_LISTN", "tcp://10.0.0.1:8080"],
])("%s=%s is none of them", (name, value) => {
  expect(isServiceLink(name, value)).toBe(false);
  if (value) expect(() => readConfig({ [name]: value })).toThrow(`${name}: no such setting`);
});

test("no setting is taken for one of them", () => {
  for (const name of Object.keys(settings)) expect(isServiceLink(name, "tcp://x:1")).toBe(false);
});
