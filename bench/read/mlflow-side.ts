import { Agent, get } from "node:http";
import { type BenchVersion, drawVersions } from "./versions.ts";

/** What MLflow's versions are searched by: the tag `model_uuid`, or the source that names the uuid. */
export const searches = ["tag", "source"] as const;

/** One of MLflow's searches. */
export type Search = (typeof searches)[number];

const filters: Record<Search, (version: BenchVersion) => string> = {
  tag: ({ tags }) => `tags.model_uuid = '${tags.model_uuid}'`,
  source: ({ source }) => `source_path = '${source}'`,
};

/** How fast MLflow finds versions. */
export interface SearchRate {
  /** Of every search, one after the other. */
  timesMs: number[];
  /** Searches a second, eight at once. */
  perSecond: number;
}

const AT_ONCE = 8;

/**
 * Searches MLflow's versions over connections that stay open: for a time one after the other, and
 * for as long eight at once. Searches that are under way then are waited for, and count.
 */
export async function searchMlflow(
  trackingUri: string,
  by: Search,
  versions: number,
  seed: number,
  seconds: number,
): Promise<SearchRate> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const asked = drawVersions(10_000, versions, seed).values();
  const timesMs: number[] = [];
  const searchUntil = async (until: number, onTime: (ms: number) => void) => {
    do {
      const { value: version } = asked.next();
      if (!version) throw new Error("there are no more versions to search");
      const began = performance.now();
      await search(trackingUri, agent, filters[by](version), version);
      onTime(performance.now() - began);
    } while (performance.now() < until);
  };
  await searchUntil(performance.now() + seconds * 1000, (ms) => timesMs.push(ms));

  let searches = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: AT_ONCE }, () =>
      searchUntil(until, () => {
        searches++;
      }),
    ),
  );
  const perSecond = (searches / (performance.now() - began)) * 1000;
  agent.destroy();
  return { timesMs, perSecond };
}

async function search(
  trackingUri: string,
  agent: Agent,
  filter: string,
  version: BenchVersion,
): Promise<void> {
  const query = new URLSearchParams({ filter, max_results: "1" });
  const answer = await fetchText(
    `${trackingUri}/api/2.0/mlflow/model-versions/search?${query}`,
    agent,
  );
  const { model_versions: found = [] } = JSON.parse(answer) as {
    model_versions?: { name: string; version: string }[];
  };
  const [first] = found;
  if (first?.name !== version.name || first.version !== version.version) {
    throw new Error(`MLflow did not find ${version.name}/${version.version}: ${answer}`);
  }
}

function fetchText(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        response.statusCode === 200
          ? resolve(text)
          : reject(new Error(`${url}: ${response.statusCode} ${text}`)),
      );
      response.on("error", reject);
    }).on("error", reject);
  });
}
