import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import {
  create,
  createFileRegistry,
  type DescService,
  fromBinary,
  fromJson,
  type JsonObject,
  type JsonValue,
  type Registry,
  toBinary,
  toJson,
} from "@bufbuild/protobuf";
import {
  anyUnpack,
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
} from "@bufbuild/protobuf/wkt";
import { Code, ConnectError, createClient, type Transport } from "@connectrpc/connect";
import {
  Client,
  credentials,
  loadPackageDefinition,
  type ServiceClientConstructor,
  type ServiceError,
  status,
} from "@grpc/grpc-js";
import { loadSync, type MessageTypeDefinition } from "@grpc/proto-loader";
import { StatusSchema } from "#gen/google/rpc/status_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { describeFailure } from "./errors.ts";
import { askReflection } from "./reflection-client.ts";

/** What a client learns of a failure. */
export class ForeignFailure extends Error {
  /** As gRPC spells it, such as `INVALID_ARGUMENT`. */
  readonly code: string;
  readonly reason: string | undefined;
  /** What would be right, by field. */
  readonly fields: Record<string, string>;

  constructor(code: string, message: string, details: readonly DetailJson[]) {
    super(message);
    this.code = code;
    this.reason = details.find((detail) => detail.reason !== undefined)?.reason;
    const violations = details.flatMap((detail) => detail.fieldViolations ?? []);
    this.fields = Object.fromEntries(violations.map((v) => [v.field, v.description]));
  }
}

/** Of the error details, what clients look at, in ProtoJSON. */
interface DetailJson {
  reason?: string;
  fieldViolations?: { field: string; description: string }[];
}

/** A client that is not Modelwire's own. Requests and answers are ProtoJSON. */
export interface ForeignClient {
  /**
   * Calls `modelwire.registry.v1.RegistryService/…` or another.
   * @throws ForeignFailure where the server answers an error
   */
  call(service: string, method: string, request: JsonObject): Promise<JsonObject>;
  close(): void;
}

/** Addresses of a server. */
export interface Addresses {
  httpUrl: string;
  grpcAddress: string;
}

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Creates grpc-js's own client, with what proto-loader reads from the proto files. */
export function createProtoLoaderClient({ grpcAddress }: Addresses): ForeignClient {
  const definition = loadSync(
    [
      "modelwire/registry/v1/registry_service.proto",
      "modelwire/webhook/v1/webhook_service.proto",
      "google/rpc/status.proto",
      "google/rpc/error_details.proto",
    ],
    // With `json` the members of an Any are read, as far as their types were loaded.
    {
      includeDirs: [file("proto"), file("node_modules/google-proto-files")],
      longs: String,
      enums: String,
      bytes: String,
      json: true,
    },
  );
  const loaded = loadPackageDefinition(definition);
  const statusType = definition["google.rpc.Status"] as MessageTypeDefinition<object, object>;
  const open = new Map<string, Client>();
  return {
    call(service, method, request) {
      const found = service.split(".").reduce<unknown>(member, loaded);
      const client =
        open.get(service) ??
        new (found as ServiceClientConstructor)(grpcAddress, credentials.createInsecure());
      open.set(service, client);
      return new Promise((resolve, reject) => {
        type Call = (request: JsonObject, done: Done<JsonObject>) => void;
        const call = (client as unknown as Record<string, Call>)[method];
        call?.call(client, request, (error, response) => {
          if (!error) return resolve(response ?? {});
          const [bytes] = error.metadata.get("grpc-status-details-bin");
          if (!Buffer.isBuffer(bytes)) return reject(error);
          const { details } = statusType.deserialize(bytes) as { details: DetailJson[] };
          reject(new ForeignFailure(status[error.code] ?? "", error.details, details));
        });
      });
    },
    close() {
      for (const client of open.values()) client.close();
    },
  };
}

type Done<T> = (error: ServiceError | null, response?: T) => void;

function member(of: unknown, name: string): unknown {
  return (of as Record<string, unknown>)[name];
}

/**
 * Creates a client as grpcurl is one: it knows no proto file, asks server reflection for the
 * services and their messages, and builds requests from the descriptors that it is given.
 */
export async function createReflectionClient({ grpcAddress }: Addresses): Promise<ForeignClient> {
  const client = new Client(grpcAddress, credentials.createInsecure());
  const types = await discover(client);
  return {
    async call(service, name, request) {
      const found = types.getService(service) as DescService;
      const method = found.methods.find((one) => one.name === name);
      if (!method) throw new Error(`reflection tells of no ${service}/${name}`);
      const message = fromJson(method.input, request, { registry: types });
      return new Promise((resolve, reject) => {
        client.makeUnaryRequest(
          `/${service}/${name}`,
          (bytes: Uint8Array) => Buffer.from(bytes),
          (bytes: Buffer) => fromBinary(method.output, bytes),
          toBinary(method.input, message),
          (error: ServiceError | null, response) => {
            if (!error && response) {
              return resolve(toJson(method.output, response, { registry: types }) as JsonObject);
            }
            reject(error && reflectedFailure(error, types));
          },
        );
      });
    },
    close: () => client.close(),
  };
}

async function discover(client: Client): Promise<Registry> {
  const answer = await askReflection(client, "v1", { listServices: "*" });
  const services = answer.listServicesResponse?.service.map(({ name }) => name) ?? [];
  const own = services.filter((name) => !name.startsWith("grpc."));
  const files = new Map<string, FileDescriptorProto>();
  // Error details are in no service: clients of this kind ask for them by name.
  for (const symbol of [...own, "google.rpc.ErrorInfo"]) {
    const answer = await askReflection(client, "v1", { fileContainingSymbol: symbol });
    for (const bytes of answer.fileDescriptorResponse?.fileDescriptorProto ?? []) {
      const proto = fromBinary(FileDescriptorProtoSchema, bytes);
      files.set(proto.name, proto);
    }
  }
  // A set has what is imported before what imports it.
  const sorted = new Set<FileDescriptorProto>();
  const add = (name: string): void => {
    const proto = files.get(name);
    if (!proto) throw new Error(`reflection does not give ${name}`);
    if (sorted.has(proto)) return;
    proto.dependency.forEach(add);
    sorted.add(proto);
  };
  for (const name of files.keys()) add(name);
  return createFileRegistry(create(FileDescriptorSetSchema, { file: [...sorted] }));
}

function reflectedFailure(error: ServiceError, types: Registry): Error {
  const [bytes] = error.metadata.get("grpc-status-details-bin");
  if (!Buffer.isBuffer(bytes)) return error;
  const details = fromBinary(StatusSchema, bytes).details.map((any): DetailJson => {
    const message = anyUnpack(any, types);
    const desc = message && types.getMessage(message.$typeName);
    return desc ? (toJson(desc, message) as DetailJson) : {};
  });
  return new ForeignFailure(status[error.code] ?? "", error.details, details);
}

/** Creates a client that posts JSON by `curl`. */
export function createCurlClient({ httpUrl }: Addresses): ForeignClient {
  return createJsonClient(async (path, body) => {
    const options = ["--silent", "--show-error", "--max-time", "30", "--data-binary", "@-"];
    const headers = ["--header", "Content-Type: application/json"];
    const out = ["--write-out", "\n%{http_code}", `${httpUrl}/${path}`];
    const child = spawn("curl", [...options, ...headers, ...out], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    child.stdin.end(body);
    const [output] = await Promise.all([text(child.stdout), once(child, "close")]);
    const end = output.lastIndexOf("\n");
    return { status: Number(output.slice(end + 1)), json: output.slice(0, end) };
  });
}

/** Creates a client that posts JSON by `fetch`. */
export function createFetchClient({ httpUrl }: Addresses): ForeignClient {
  return createJsonClient(async (path, body) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${httpUrl}/${path}`, { method: "POST", headers, body });
    return { status: answer.status, json: await answer.text() };
  });
}

type Post = (path: string, body: string) => Promise<{ status: number; json: string }>;

function createJsonClient(post: Post): ForeignClient {
  return {
    async call(service, method, request) {
      const answer = await post(`${service}/${method}`, JSON.stringify(request));
      const json = JSON.parse(answer.json);
      if (answer.status === 200) return json;
      const { code, message, details } = json as ConnectErrorJson;
      if (answer.status !== statusOf[code]) {
        throw new Error(`${code} came with the HTTP status ${answer.status}`);
      }
      const readable = details.map(({ debug }) => debug ?? {});
      throw new ForeignFailure(code.toUpperCase(), message, readable);
    },
    close: () => undefined,
  };
}

interface ConnectErrorJson {
  code: string;
  message: string;
  details: { type: string; value: string; debug?: DetailJson }[];
}

// Of the Connect protocol, "Error codes".
const statusOf: Record<string, number> = {
  invalid_argument: 400,
  not_found: 404,
  already_exists: 409,
};

/** Creates Connect's own client over a transport, such as that of gRPC-Web. */
export function createTransportClient(transport: Transport): ForeignClient {
  const services: DescService[] = [RegistryService, WebhookService];
  return {
    async call(service, name, request) {
      const desc = services.find(({ typeName }) => typeName === service);
      const method = desc?.methods.find((one) => one.name === name);
      if (!desc || !method) throw new Error(`no ${service}/${name}`);
      type Call = (request: unknown) => Promise<never>;
      const call = (createClient(desc, transport) as unknown as Record<string, Call>)[
        method.localName
      ];
      try {
        const answer = await call?.(fromJson(method.input, request));
        return toJson(method.output, answer as never) as JsonObject;
      } catch (error) {
        if (!(error instanceof ConnectError)) throw error;
        const { reason, fields } = describeFailure(error);
        const violations = Object.entries(fields);
        throw new ForeignFailure(
          Code[error.code].replace(/(?<=[a-z])[A-Z]/g, "_$&").toUpperCase(),
          error.rawMessage,
          [
            reason === undefined ? {} : { reason },
            { fieldViolations: violations.map(([field, description]) => ({ field, description })) },
          ],
        );
      }
    },
    close: () => undefined,
  };
}

/** Gives a member that lies deep in an answer, by its path, such as `registration.modelId`. */
export function at(json: JsonValue | undefined, path: string): JsonValue | undefined {
  return path.split(".").reduce<JsonValue | undefined>((value, name) => {
    return value !== null && typeof value === "object" && !Array.isArray(value)
      ? value[name]
      : undefined;
  }, json);
}
