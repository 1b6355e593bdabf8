/** Other names of numpy's dtypes, by the name that numpy prints (numpy 2 on a 64-bit Linux). */
const aliases: Record<string, string> = {
  bool: "bool_ b1 ?",
  int8: "byte b",
  int16: "short h",
  int32: "intc i",
  int64: "int int_ intp long longlong l n p q",
  uint8: "ubyte B",
  uint16: "ushort H",
  uint32: "uintc I",
  uint64: "uint uintp ulong ulonglong L N P Q",
  float16: "half e",
  float32: "single f",
  float64: "double float d",
  float128: "longdouble g",
  complex64: "csingle F",
  complex128: "cdouble complex D",
  complex256: "clongdouble G",
  str: "str_ unicode U U0",
  bytes: "bytes_ S S0 a",
  object: "object_ O O4 O8",
  void: "V V0",
  datetime64: "M M8 datetime64[generic]",
  timedelta64: "m m8 timedelta64[generic]",
};

const names = new Map(
  Object.entries(aliases).flatMap(([name, others]) =>
    [name, ...others.split(" ")].map((alias): [string, string] => [alias, name]),
  ),
);

const kinds: Record<string, string> = { i: "int", u: "uint", f: "float", c: "complex", V: "void" };

/**
 * Names a numpy dtype as numpy itself does (`np.dtype(text).name`), which is what MLflow writes:
 * `f8`, `float` and `<f8` are `float64`.
 *
 * @returns undefined for what numpy does not know and what MLflow refuses: text and bytes of a
 *   given length, such as `U5`. Structured dtypes are not supported.
 */
export function numpyDtypeName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  // A byte order stands before codes only: `<f8`, not `<float64`.
  const code = /^[<>=|](.|[a-zA-Z]\d+|[Mm]8\[.+\])$/.exec(text)?.[1] ?? text;
  if (code !== text) return numpyDtypeName(code);
  const time = /^(?:datetime64|M8)(\[.+\])$/.exec(text);
  if (time !== null) return timeName("datetime64", time[1]);
  const delta = /^(?:timedelta64|m8)(\[.+\])$/.exec(text);
  if (delta !== null) return timeName("timedelta64", delta[1]);
  const [, kind = "", size = ""] = /^([iufcV])(\d{1,6})$/.exec(text) ?? [];
  const name = `${kinds[kind]}${Number(size) * 8}`;
  return kind === "V" || names.get(name) === name ? name : undefined;
}

function timeName(kind: string, unit: string | undefined): string | undefined {
  const found = /^\[0*(\d*)(Y|M|W|D|h|m|s|ms|us|μs|ns|ps|fs|as)\]$/.exec(unit ?? "");
  if (found === null) return undefined;
  const [, count = "", letters = ""] = found;
  return `${kind}[${count === "1" ? "" : count}${letters === "μs" ? "us" : letters}]`;
}
