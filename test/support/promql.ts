import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parser } from "@prometheus-io/lezer-promql";
import { parse } from "yaml";

const deploy = fileURLToPath(new URL("../../deploy", import.meta.url));

/** An alert rule. */
export interface AlertRule {
  alert: string;
  expr: string;
  for?: string;
  labels: Record<string, string>;
  annotations: { summary: string; description: string };
}

/** A metric that an expression asks for. */
export interface Selector {
  metric: string;
  /** Names of the labels that it is to have. */
  labels: string[];
}

/** Reads the alert rules. */
export async function readAlertRules(): Promise<AlertRule[]> {
  const text = await readFile(`${deploy}/prometheus/alerts.yml`, "utf8");
  const { groups } = parse(text) as { groups: { rules: AlertRule[] }[] };
  return groups.flatMap((group) => group.rules);
}

/** Reads the expressions of the dashboard, each with the title of its panel. */
export async function readDashboard(): Promise<{ title: string; expr: string }[]> {
  const { panels } = JSON.parse(await readFile(`${deploy}/grafana/modelwire.json`, "utf8")) as {
    panels: { title: string; targets?: { expr: string }[] }[];
  };
  return panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ title, expr })));
}

/**
 * Parses an expression with Prometheus' own grammar, and lists the metrics that it asks for.
 *
 * @throws Error where it is no PromQL
 */
export function selectorsOf(expr: string): Selector[] {
  // Grafana puts in a duration.
  const text = expr.replaceAll("$__rate_interval", "5m");
  const selectors: Selector[] = [];
  parser.parse(text).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) throw new Error(`no PromQL at ${from} (${text.slice(from, to)}): ${text}`);
      if (type.name !== "VectorSelector") return;
      const name = node.getChild("Identifier");
      const labels: string[] = [];
      node.cursor().iterate((inner) => {
        if (inner.type.name === "LabelName") labels.push(text.slice(inner.from, inner.to));
      });
      if (name) selectors.push({ metric: text.slice(name.from, name.to), labels });
    },
  });
  return selectors;
}
