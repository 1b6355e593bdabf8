// The gate of the protobuf contract:
//   npm run contract                                   checks it
//   npm run contract:release -- <version>              keeps its image for good
//     [--retire <candidate> --because "…"]             and removes a candidate's
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkContract } from "./contract/check.ts";
import { type Finding, sentence } from "./contract/finding.ts";
import { release } from "./contract/release.ts";

const root = join(import.meta.dirname, "..");
const usage = `usage: npm run contract
       npm run contract:release -- <version> [--retire <candidate> --because "…"]`;

function report(findings: Finding[]): void {
  for (const finding of findings) console.error(`✗ ${sentence(finding)}`);
  if (findings.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      retire: { type: "string", multiple: true },
      because: { type: "string" },
    },
  });
  const [command, version, ...rest] = positionals;
  if (command === "check" && version === undefined) {
    const { findings, releases } = await checkContract(root);
    report(findings);
    if (findings.length === 0) console.log(`✓ contract, compared with ${releases} released images`);
  } else if (command === "release" && version !== undefined && rest.length === 0) {
    const { retire = [], because } = values;
    const findings = await release(root, { version, retire, because });
    report(findings);
    if (findings.length === 0)
      console.log(`✓ contract ${version} released: commit contract/ and CHANGELOG.md`);
  } else {
    throw new Error(usage);
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
