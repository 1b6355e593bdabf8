const ofTheTests = /^(MODELWIRE_|MLFLOW_|DATABASE_URL$)/;

/** Gives the environment of the tests without the settings that they were started with. */
export function environmentWithoutSettings(): Record<string, string> {
  const own = Object.entries(process.env).filter(([name]) => !ofTheTests.test(name));
  return Object.fromEntries(own) as Record<string, string>;
}

/**
 * Makes the environment of a Modelwire in a process of its own: on free ports, with the settings
 * that are given and none of those that the tests themselves were started with.
 */
export function serverEnvironment(settings: Record<string, string>): Record<string, string> {
  return {
    ...environmentWithoutSettings(),
    MODELWIRE_GRPC_LISTEN: "127.0.0.1:0",
    MODELWIRE_HTTP_LISTEN: "127.0.0.1:0",
    MODELWIRE_SECRET_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}`,
    ...settings,
  };
}
