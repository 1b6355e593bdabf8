import { type DescFile, fromBinary, toBinary } from "@bufbuild/protobuf";
import { type FileDescriptorProto, FileDescriptorProtoSchema } from "@bufbuild/protobuf/wkt";
import type { Server } from "@grpc/grpc-js";
import { ReflectionService } from "@grpc/reflection";
import { service as healthService } from "grpc-health-check";
import { file_google_rpc_error_details } from "#gen/google/rpc/error_details_pb.js";

/**
 * Adds server reflection, v1 and v1alpha, so that grpcurl and the like need no proto files. It
 * knows the given files and what they import, the health service, and the error details.
 */
export function addReflection(server: Server, files: readonly DescFile[]): void {
  const all = new Set<DescFile>();
  for (const file of [...files, file_google_rpc_error_details]) collect(file, all);
  const protos = [...[...all].map((file) => file.proto), ...healthFiles()];
  const fileDescriptorProtos = protos.map((proto) =>
    Buffer.from(toBinary(FileDescriptorProtoSchema, proto)),
  );
  new ReflectionService({
    // Reflection reads `fileDescriptorProtos` of a definition and nothing else. Through
    // proto-loader's own reading of a descriptor set, files would lose their names.
    modelwire: { format: "Protocol Buffer 3 EnumDescriptorProto", type: {}, fileDescriptorProtos },
  }).addToServer(server);
}

function collect(file: DescFile, into: Set<DescFile>): void {
  if (into.has(file)) return;
  into.add(file);
  for (const dependency of file.dependencies) collect(dependency, into);
}

/** Gives the health service's file as its package has it, with the names that a map must have. */
function healthFiles(): FileDescriptorProto[] {
  const files = (healthService.Check?.requestType.fileDescriptorProtos ?? []).map((bytes) =>
    fromBinary(FileDescriptorProtoSchema, bytes),
  );
  // proto-loader calls the type of a map's entries `Foo`; readers insist on `FooEntry`.
  for (const message of files.flatMap((file) => file.messageType)) {
    for (const entry of message.nestedType.filter((nested) => nested.options?.mapEntry)) {
      const name = `${entry.name}Entry`;
      for (const field of message.field) if (field.typeName === entry.name) field.typeName = name;
      entry.name = name;
    }
  }
  return files;
}
