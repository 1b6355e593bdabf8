import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Client, ServiceDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";

/** One question, as in `grpc.reflection.v1.ServerReflectionRequest`. */
export type ReflectionRequest = { listServices: string } | { fileContainingSymbol: string };

/** The answer, as in `grpc.reflection.v1.ServerReflectionResponse`. */
export interface ReflectionResponse {
  listServicesResponse?: { service: { name: string }[] };
  fileDescriptorResponse?: { fileDescriptorProto: Uint8Array[] };
}

/** Asks server reflection one question, in version `v1` or `v1alpha`. */
export async function askReflection(
  client: Client,
  version: string,
  request: ReflectionRequest,
): Promise<ReflectionResponse> {
  // The package of the server side has the protos; only its main file can be resolved by name.
  const main = createRequire(import.meta.url).resolve("@grpc/reflection");
  const proto = join(dirname(main), `../proto/grpc/reflection/${version}/reflection.proto`);
  const definition = loadSync(proto)[`grpc.reflection.${version}.ServerReflection`];
  const method = (definition as ServiceDefinition).ServerReflectionInfo;
  if (method === undefined) throw new Error(`${proto} has no such method`);
  const call = client.makeBidiStreamRequest(
    method.path,
    method.requestSerialize,
    method.responseDeserialize,
  );
  call.write(request);
  const [response] = await once(call, "data");
  call.end();
  await once(call, "end");
  return response;
}
