import { expect, test } from "vitest";
import { parseCertificateAccess } from "../config/certificate-access.ts";
import { isAuthenticationOn } from "./authentication.ts";

const local = {
  grpcListen: "127.0.0.1:1",
  httpListen: "[::1]:2",
  allowUnauthenticated: false,
  tls: undefined,
  oidc: undefined,
  certificateAccess: [],
};
const open = { ...local, httpListen: "0.0.0.0:2" };

test("it is off where only this machine reaches the listeners, unless that is set", () => {
  expect(isAuthenticationOn({ ...local, auth: undefined })).toBe(false);
  expect(isAuthenticationOn({ ...local, auth: "off" })).toBe(false);
  expect(isAuthenticationOn({ ...local, auth: "on" })).toBe(true);
});

test("it is on where somebody has said how callers are known, unless it is set to off", () => {
  const ruled = { ...local, certificateAccess: parseCertificateAccess("*=read") };
  expect(isAuthenticationOn({ ...ruled, auth: undefined })).toBe(true);
  expect(isAuthenticationOn({ ...ruled, auth: "off" })).toBe(false);
});

test("it is on where others reach one of them, whatever is allowed", () => {
  for (const allowUnauthenticated of [false, true]) {
    expect(isAuthenticationOn({ ...open, auth: undefined, allowUnauthenticated })).toBe(true);
    expect(isAuthenticationOn({ ...open, auth: "on", allowUnauthenticated })).toBe(true);
  }
  const names = { grpcListen: "modelwire.example:1", httpListen: "localhost:2" };
  expect(isAuthenticationOn({ ...open, ...names, auth: undefined })).toBe(true);
});

test("it is not off there, unless that is allowed by a setting that the refusal names", () => {
  expect(() => isAuthenticationOn({ ...open, auth: "off" })).toThrow(
    /^MODELWIRE_AUTH: .* 0\.0\.0\.0:2; with MODELWIRE_ALLOW_UNAUTHENTICATED=true/,
  );
  expect(isAuthenticationOn({ ...open, auth: "off", allowUnauthenticated: true })).toBe(false);
});
