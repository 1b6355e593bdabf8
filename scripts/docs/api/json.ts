import type { JsonValue } from "@bufbuild/protobuf";

const lineWidth = 88;

/** Writes JSON for readers: what fits on a line is on one. */
export function writeJson(json: JsonValue, indent = 0, used = 0): string {
  const short = spaced(json);
  if (typeof json !== "object" || json === null) return short;
  if (used + short.length <= lineWidth) return short;
  const inner = " ".repeat(indent + 2);
  const lines = Array.isArray(json)
    ? json.map((value) => inner + writeJson(value, indent + 2, indent + 2))
    : Object.entries(json).map(([key, value]) => {
        const label = `${inner}${JSON.stringify(key)}: `;
        return label + writeJson(value ?? null, indent + 2, label.length + 1);
      });
  const [open, close] = Array.isArray(json) ? "[]" : "{}";
  return `${open}\n${lines.join(",\n")}\n${" ".repeat(indent)}${close}`;
}

function spaced(json: JsonValue): string {
  if (Array.isArray(json)) return `[${json.map(spaced).join(", ")}]`;
  if (typeof json !== "object" || json === null) return JSON.stringify(json);
  const members = Object.entries(json).map(([key, value]) => {
    return `${JSON.stringify(key)}: ${spaced(value ?? null)}`;
  });
  return `{${members.join(", ")}}`;
}
