import type { Finding } from "../finding.ts";
import type { Contract, Release } from "../read-contract.ts";
import { bodyFormats, payloadsOf } from "./payloads.ts";

/**
 * Demands that the comment of each format names every payload version that it was released with,
 * and endpoints may have pinned. Formats that are gone, the rules of buf tell.
 */
export function checkPayloadVersions(current: Contract, releases: Release[]): Finding[] {
  const named = versionsByFormat(current);
  const findings = new Map<string, Finding>();
  for (const release of releases) {
    for (const [format, versions] of versionsByFormat(release)) {
      const element = current.elements.get(`${bodyFormats}.BODY_FORMAT_${format}`);
      for (const version of versions) {
        const isNamed = named.get(format)?.has(version) ?? true;
        // A format whose payload had no version yet may have named one since.
        if (isNamed || element === undefined || version === "") continue;
        findings.set(`${format} ${version}`, {
          where: `proto/${element.file}:${element.line}`,
          broke: `the comment of enum value ${element.name} lost the payload version \`${version}\`, which ${release.version} has`,
          noticed: "receivers whose endpoints pin it would be sent what they cannot read",
          mend: "put it back, and keep making it; a new payload version goes beside it",
        });
      }
    }
  }
  return [...findings.values()];
}

function versionsByFormat(contract: Contract): Map<string, Set<string>> {
  const byFormat = Map.groupBy(payloadsOf(contract), ({ format }) => format);
  return new Map(
    [...byFormat].map(([format, payloads]) => {
      return [format, new Set(payloads.map(({ payloadVersion }) => payloadVersion))];
    }),
  );
}
