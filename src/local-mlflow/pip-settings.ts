/**
 * Reads what `pip config list` prints (`global.index-url='https://…'`) into pip's option names.
 * As in pip, a section `[install]` wins over `[global]`, and the environment over both.
 */
export function parsePipConfig(output: string): Map<string, string> {
  const settings = new Map<string, string>();
  for (const section of ["global", "install", ":env:"]) {
    for (const line of output.split("\n")) {
      const match = /^(.+?)\.([\w-]+)=(['"])(.*)\3\s*$/.exec(line);
      if (match?.[1] === section) {
        settings.set(match[2] as string, unescapeRepr(match[4] as string));
      }
    }
  }
  return settings;
}

/**
 * Translates pip's settings into the environment variables with which `uv` does the same: the
 * index, extra indexes, folders of wheels, certificates, hosts and the proxy.
 *
 * @see https://docs.astral.sh/uv/reference/environment/
 */
export function uvVariables(pip: ReadonlyMap<string, string>): Record<string, string> {
  const words = (name: string): string[] => pip.get(name)?.split(/\s+/).filter(Boolean) ?? [];
  const variables: Record<string, string> = {};
  const set = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== "") {
      variables[name] = value;
    }
  };
  set("UV_DEFAULT_INDEX", pip.get("index-url"));
  set("UV_INDEX", words("extra-index-url").join(" "));
  if (variables.UV_INDEX !== undefined) {
    // pip takes the best version of all indexes; uv would stop at the first that has the name.
    set("UV_INDEX_STRATEGY", "unsafe-best-match");
  }
  set("UV_FIND_LINKS", words("find-links").join(","));
  set("UV_INSECURE_HOST", words("trusted-host").join(" "));
  set("UV_HTTP_TIMEOUT", pip.get("timeout") ?? pip.get("default-timeout"));
  set("SSL_CERT_FILE", pip.get("cert"));
  set("SSL_CLIENT_CERT", pip.get("client-cert"));
  set("ALL_PROXY", pip.get("proxy"));
  return variables;
}

/** Undoes Python's `repr` of a string as far as settings need it. */
function unescapeRepr(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) =>
    character === "n" ? "\n" : character === "t" ? "\t" : character,
  );
}
