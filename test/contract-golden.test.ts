import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  clone,
  createFileRegistry,
  createRegistry,
  type DescMessage,
  equals,
  fromBinary,
  fromJson,
  toBinary,
} from "@bufbuild/protobuf";
import { isReflectList, isReflectMap, isReflectMessage, reflect } from "@bufbuild/protobuf/reflect";
import {
  type DescriptorProto,
  type FileDescriptorProto,
  type FileDescriptorSet,
  FileDescriptorSetSchema,
  FieldDescriptorProto_Type as Type,
} from "@bufbuild/protobuf/wkt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import {
  SiteFlatPayloadSchema,
  SiteNestedPayloadSchema,
} from "#gen/modelwire/event/v1/site_payload_pb.js";
import { buildImage, readImage } from "../scripts/contract/buf.ts";
import { goldenFolder } from "../scripts/contract/golden/files.ts";
import { payloadsOf } from "../scripts/contract/golden/payloads.ts";
import { readPayload } from "../scripts/contract/golden/read-payload.ts";
import { checkGoldenReads } from "../scripts/contract/golden/reads.ts";
import { firstDifference, type Read } from "../scripts/contract/golden/same.ts";
import { sampleEvents } from "../scripts/contract/golden/sample-event.ts";
import { goldenPayloads } from "../scripts/contract/golden/write.ts";
import {
  type Contract,
  type Release,
  readContract,
  readRelease,
} from "../scripts/contract/read-contract.ts";
import { checkReleased } from "../scripts/contract/released.ts";
import { payloadVersions } from "../src/event/bodies.ts";

const root = join(import.meta.dirname, "..");
/** What the service itself reads with. */
const generated = createRegistry(EventSchema, SiteFlatPayloadSchema, SiteNestedPayloadSchema);

let scratch = "";
let image: FileDescriptorSet;
let current: Contract;
let releases: Release[];
/** What the service makes now: path → content. */
let today: Map<string, Uint8Array>;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "modelwire-golden-"));
  const path = join(scratch, "current.binpb");
  expect(await buildImage(root, path)).toEqual([]);
  image = await readImage(path);
  current = await readContract(path);
  releases = await Promise.all((await checkReleased(root)).images.map(readRelease));
  today = goldenPayloads(current);
});

afterAll(async () => await rm(scratch, { recursive: true }));

describe("golden payloads", () => {
  it("of every release are read by today's code, and nothing of them is unknown", async () => {
    for (const release of releases) {
      const contents = new Map<string, Uint8Array>();
      for (const { path } of payloadsOf(release)) {
        contents.set(path, await readFile(join(root, goldenFolder, release.version, path)));
      }
      expect(contents.size).toBeGreaterThan(0);
      expectSameEvents(release, contents);
    }
  });

  it("of every release are what today's code writes of the same events, byte for byte", async () => {
    for (const release of releases) {
      const written = goldenPayloads(release);
      expect([...written.keys()]).toEqual(payloadsOf(release).map(({ path }) => path));
      for (const [path, content] of written) {
        const kept = await readFile(join(root, goldenFolder, release.version, path));
        // A character is a byte, and a difference is shown.
        const text = Buffer.from(content).toString("latin1");
        expect(text, `${release.version}/${path}`).toBe(kept.toString("latin1"));
      }
    }
  });

  it("as they are made today are the same event in JSON and in binary", () => {
    expect(today.size).toBe(payloadsOf(current).length);
    expectSameEvents(current, today);
  });

  it("as they are made today are read by clients of every release", () => {
    let read = 0;
    for (const { registry } of releases) {
      for (const { format, path } of payloadsOf(current)) {
        const content = contentOf(today, path);
        const written = readPayload(generated, format, content);
        const desc = registry.getMessage(written.desc.typeName);
        // Of formats that came later, a client knows nothing.
        if (desc === undefined) continue;
        const then = readTolerantly(desc, format, content);
        expect(firstDifference(written, then), path).toBeUndefined();
        read += 1;
        if (format !== "PROTOBUF") continue;
        // Who passes on what was read, as in a queue, passes on what was unknown, too.
        const passedOn = fromBinary(written.desc, toBinary(desc, then.message));
        expect(equals(written.desc, written.message, passedOn)).toBe(true);
      }
    }
    expect(read).toBeGreaterThan(0);
  });

  it("have every field of every event", () => {
    const set = new Set([...sampleEvents(current.registry).values()].flatMap(setFields));
    expect([...set].sort()).toEqual(fieldsBelow(EventSchema).sort());
  });

  it("are of the payload versions that the contract names, which are those that the code makes", () => {
    const named = Map.groupBy(payloadsOf(current), ({ format }) => format);
    const versions = [...named].map(([format, payloads]) => {
      return [format, [...new Set(payloads.map(({ payloadVersion }) => payloadVersion))]];
    });
    expect(Object.fromEntries(versions)).toEqual(payloadVersions);
  });
});

describe("a contract that passes every rule and reads otherwise", () => {
  it.for<[string, (event: FileDescriptorProto) => void, string]>([
    [
      "writes a field under another key in JSON",
      (file) => change(message(file, "AliasChanged"), "alias", { jsonName: "aliasName" }),
      "the contract misreads the golden payload of 1.0.0-rc.3: it is written otherwise than it was read",
    ],
    [
      "takes text for bytes",
      (file) => change(message(file, "StageChanged"), "stage", { type: Type.BYTES }),
      "the contract misreads the golden payload of 1.0.0-rc.3: cannot decode field modelwire.event.v1.StageChanged.stage from JSON",
    ],
    [
      "knows a field no more",
      (file) => {
        const tags = message(file, "TagsChanged");
        tags.field = tags.field.filter(({ name }) => name !== "deleted_keys");
      },
      'the contract misreads the golden payload of 1.0.0-rc.3: cannot decode message modelwire.event.v1.TagsChanged from JSON: key "deletedKeys" is unknown',
    ],
    [
      "sends in binary what older clients take for something else",
      (file) => {
        const moved = message(file, "StageChanged");
        change(moved, "stage", { number: 4 });
        change(moved, "previous_stage", { number: 3 });
      },
      "readers of 1.0.0-rc.3 mistake the binary of an EVENT_TYPE_STAGE_CHANGED: modelwire.event.v1.StageChanged.stage",
    ],
    [
      "sends in JSON what older clients do not find",
      (file) => change(message(file, "StageChanged"), "stage", { jsonName: "newStage" }),
      "readers of 1.0.0-rc.3 mistake the JSON of an EVENT_TYPE_STAGE_CHANGED: modelwire.event.v1.StageChanged.stage",
    ],
  ])("%s", async ([, edit, says]) => {
    const edited = clone(FileDescriptorSetSchema, image);
    const file = edited.file.find(({ name }) => name === "modelwire/event/v1/event.proto");
    if (file) edit(file);
    const contract = { ...current, registry: createFileRegistry(edited) };
    const findings = await checkGoldenReads(root, contract, releases);
    expect(findings.map(({ broke }) => broke)).toContainEqual(expect.stringContaining(says));
  });
});

/** Reads payloads with today's code, and compares the forms of each event. */
function expectSameEvents(contract: Contract, contents: Map<string, Uint8Array>): void {
  const byType = Map.groupBy(payloadsOf(contract), ({ eventType }) => eventType);
  for (const payloads of byType.values()) {
    const events = payloads
      .map(({ format, path }) => readPayload(generated, format, contentOf(contents, path)))
      .filter(({ desc }) => desc === EventSchema);
    const [first, ...others] = events;
    expect(first).toBeDefined();
    for (const { message } of others) {
      expect(first && equals(first.desc, first.message, message)).toBe(true);
    }
  }
}

function contentOf(contents: Map<string, Uint8Array>, path: string): Uint8Array {
  const content = contents.get(path);
  if (content === undefined) throw new Error(`there is no ${path}`);
  return content;
}

function readTolerantly(desc: DescMessage, format: string, content: Uint8Array): Read {
  if (format === "PROTOBUF") return { desc, message: fromBinary(desc, content) };
  const body = JSON.parse(Buffer.from(content).toString());
  const json = format === "STANDARD" ? body.data : body;
  return { desc, message: fromJson(desc, json, { ignoreUnknownFields: true }) };
}

/** Lists the fields that are set in a message and below it. */
function setFields({ desc, message }: Read): string[] {
  const within = (value: unknown): string[] => {
    if (isReflectMessage(value)) return setFields(value);
    if (isReflectList(value)) return [...value].flatMap(within);
    return isReflectMap(value) ? [...value.values()].flatMap(within) : [];
  };
  const reflected = reflect(desc, message);
  return desc.fields
    .filter((field) => reflected.isSet(field))
    .flatMap((field) => [field.toString(), ...within(reflected.get(field))])
    .filter((name) => !name.includes("google.protobuf."));
}

/** Lists the fields of a message and of all messages below it. */
function fieldsBelow(message: DescMessage, seen = new Set<DescMessage>()): string[] {
  if (seen.has(message) || message.typeName.startsWith("google.protobuf.")) return [];
  seen.add(message);
  return message.fields.flatMap((field) => {
    return [field.toString(), ...(field.message ? fieldsBelow(field.message, seen) : [])];
  });
}

function message(file: FileDescriptorProto, name: string): DescriptorProto {
  const found = file.messageType.find((message) => message.name === name);
  if (found === undefined) throw new Error(`there is no message ${name}`);
  return found;
}

function change(
  message: DescriptorProto,
  name: string,
  to: Partial<DescriptorProto["field"][number]>,
): void {
  const found = message.field.find((field) => field.name === name);
  if (found === undefined) throw new Error(`there is no field ${name}`);
  Object.assign(found, to);
}
