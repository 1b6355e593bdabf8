import { readFileSync } from "node:fs";
import {
  create,
  type DescMessage,
  type DescMethod,
  type DescMethodStreaming,
  type DescMethodUnary,
} from "@bufbuild/protobuf";
import { ConnectError, type Transport } from "@connectrpc/connect";
import { expect } from "vitest";
import { ErrorInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";

/** The services of the contract. */
export const services = [RegistryService, EventService, WebhookService, AccessService];
/** Their RPCs. */
export const methods: DescMethod[] = services.flatMap((service) => service.methods);

/** Which scope each RPC needs, as docs/security.md says it; 0 where any caller may call it. */
export const documented = new Map(
  readFileSync(new URL("../../docs/security.md", import.meta.url), "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, scope = "", rpcs = ""] = /^\| (any|`\w+`) +\| (`[A-Z]\w+`.*)\|$/.exec(line) ?? [];
      const name = scope.replaceAll("`", "").toUpperCase();
      const needed = name === "ANY" ? 0 : Scope[name as keyof typeof Scope];
      return [...rpcs.matchAll(/`(\w+)`/g)].map(([, rpc = ""]): [string, Scope] => [rpc, needed]);
    }),
);

/** What a caller may do; or why it is refused. */
export type Allowance = Scope | "CREDENTIALS_MISSING" | "CREDENTIALS_INVALID";

const refusals = ["CREDENTIALS_MISSING", "CREDENTIALS_INVALID", "SCOPE_MISSING"];

/** Calls every RPC as somebody, and expects that each is allowed or refused as documented. */
export async function expectAsDocumented(
  who: string,
  may: Allowance,
  transport: Transport,
  headers: Record<string, string>,
): Promise<void> {
  const seen: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const method of methods) {
    const needed = documented.get(method.name) ?? Scope.ADMIN;
    const known = typeof may === "string" ? may : undefined;
    const allowed = typeof may === "number" && may >= needed;
    expected[method.name] = known ?? (allowed ? "allowed" : "SCOPE_MISSING");
    seen[method.name] = await call(transport, method, headers);
  }
  expect({ who, seen }).toEqual({ who, seen: expected });
}

/** Calls an RPC with an empty request; gives why it is refused, or that it is not. */
async function call(
  transport: Transport,
  method: DescMethod,
  headers: Record<string, string>,
): Promise<string> {
  const ending = new AbortController();
  try {
    if (method.methodKind === "unary") {
      await transport.unary(method as DescMethodUnary, ending.signal, 20_000, headers, {});
      return "allowed";
    }
    const input =
      method.methodKind === "client_streaming" ? [] : [create<DescMessage>(method.input)];
    const stream = method as DescMethodStreaming;
    const answer = await transport.stream(stream, ending.signal, 20_000, headers, streamOf(input));
    for await (const _ of answer.message) break;
    return "allowed";
  } catch (error) {
    const reason = ConnectError.from(error).findDetails(ErrorInfoSchema)[0]?.reason ?? "";
    // What else is wrong with an empty request does not matter here.
    if (refusals.includes(reason)) return reason;
    expect(reason, String(error)).not.toBe("");
    return "allowed";
  } finally {
    ending.abort();
  }
}

async function* streamOf<T>(messages: readonly T[]): AsyncGenerator<T> {
  yield* messages;
}
