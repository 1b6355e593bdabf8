import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fromBinary, fromJson, toBinary, toJson } from "@bufbuild/protobuf";
import type { Finding } from "../finding.ts";
import type { Contract, Release } from "../read-contract.ts";
import { imageName, releasedFolder } from "../released.ts";
import { goldenFolder } from "./files.ts";
import { payloadsOf } from "./payloads.ts";
import { readPayload } from "./read-payload.ts";
import { firstDifference, type Read } from "./same.ts";
import { sampleEvents } from "./sample-event.ts";

/**
 * Reads the golden payloads of every release with the contract as it is now, and events as they
 * are now with every released contract. Gives what is misread. All files must be there.
 */
export async function checkGoldenReads(
  root: string,
  current: Contract,
  releases: Release[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const release of releases) {
    const unfit = await misread(root, release, release);
    for (const { path, problem } of unfit) {
      findings.push({
        where: path,
        broke: `the golden payload does not fit the contract ${release.version} that it is of: ${problem}`,
        noticed: "clients in other languages would be tested with what was never sent",
        mend: "bring it and its checksum back from git",
      });
    }
    const wrong = unfit.length > 0 ? [] : await misread(root, release, current);
    for (const { path, problem } of wrong) {
      findings.push({
        where: path,
        broke: `the contract misreads the golden payload of ${release.version}: ${problem}`,
        noticed: "new clients would lose or mistake what was sent or kept in that form",
        mend: "keep every name, number and type that the release has; add what is new beside it",
      });
    }
    findings.push(...misreadByOlder(current, release));
  }
  return findings;
}

interface Misread {
  /** Path of the payload, from the root. */
  path: string;
  problem: string;
}

/** Reads the golden payloads of a release with a contract: each, and both forms of one event. */
async function misread(root: string, release: Release, reader: Contract): Promise<Misread[]> {
  const found: Misread[] = [];
  const asJson = new Map<string, Read>();
  for (const { path: name, eventType, format } of payloadsOf(release)) {
    const path = join(goldenFolder, release.version, name);
    const content = await readFile(join(root, path));
    const problem = problemOf(() => {
      const read = readPayload(reader.registry, format, content);
      const other = asJson.get(eventType);
      if (format === "STANDARD") asJson.set(eventType, read);
      const difference = format === "PROTOBUF" && other && firstDifference(other, read);
      return difference ? `${difference} is not what the standard body beside it has` : undefined;
    });
    if (problem !== undefined) found.push({ path, problem });
  }
  return found;
}

/** Reads events as they are now as clients of a release do, which know nothing of what is new. */
function misreadByOlder(current: Contract, { version, registry }: Release): Finding[] {
  const findings: Finding[] = [];
  for (const [eventType, written] of sampleEvents(current.registry)) {
    const desc = registry.getMessage(written.desc.typeName);
    if (desc === undefined) continue;
    const binary = toBinary(written.desc, written.message);
    const json = toJson(written.desc, written.message);
    const readers = {
      binary: () => fromBinary(desc, binary),
      JSON: () => fromJson(desc, json, { ignoreUnknownFields: true }),
    };
    for (const [form, read] of Object.entries(readers)) {
      const problem = problemOf(() => firstDifference(written, { desc, message: read() }));
      if (problem === undefined) continue;
      findings.push({
        where: join(releasedFolder, imageName(version)),
        broke: `readers of ${version} mistake the ${form} of an ${eventType}: ${problem}`,
        noticed: "clients that were generated from that release would act on it",
        mend: "give what is new a name, number and JSON key of its own",
      });
    }
  }
  return findings;
}

function problemOf(read: () => string | undefined): string | undefined {
  try {
    return read();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
