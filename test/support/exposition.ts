import { expect } from "vitest";

/** A value that `/metrics` tells. */
export interface Sample {
  /** As it stands there, with `_bucket`, `_count` and `_sum`. */
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** What `/metrics` tells. */
export interface Exposition {
  text: string;
  /** Type of each metric, by its name. */
  types: Map<string, string>;
  samples: Sample[];
  /** Adds up the values of a name that have these labels. */
  sum(name: string, labels?: Record<string, string>): number;
}

const samplePattern = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const labelPattern = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"(?:,|$)/g;

/** Scrapes a Modelwire as Prometheus does; fails where a line is none of its text format. */
export async function scrape(httpUrl: string): Promise<Exposition> {
  const response = await fetch(`${httpUrl}/metrics`);
  expect(response.status).toBe(200);
  const text = await response.text();
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  for (const line of text.split("\n").filter((one) => one !== "")) {
    const [, name = "", type = ""] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
    if (name) types.set(name, type);
    if (line.startsWith("#")) continue;
    const [whole, sampleName = "", labelText = "", value = ""] = samplePattern.exec(line) ?? [];
    expect(whole, line).toBeDefined();
    const labels = Object.fromEntries(
      [...labelText.matchAll(labelPattern)].map(([, key = "", text = ""]) => [key, text]),
    );
    samples.push({ name: sampleName, labels, value: Number(value) });
  }
  return {
    text,
    types,
    samples,
    sum(name, labels = {}) {
      const wanted = Object.entries(labels);
      return samples
        .filter((one) => one.name === name && wanted.every(([k, v]) => one.labels[k] === v))
        .reduce((total, { value }) => total + value, 0);
    },
  };
}
