import type { MessageInitShape } from "@bufbuild/protobuf";
import { Option } from "commander";
import type { ConsistencySchema } from "#gen/modelwire/registry/v1/consistency_pb.js";

/** What `--consistency` may be. */
export type ConsistencyChoice = "local" | "mlflow";

/** Creates `--consistency`; without it the request says nothing and the server chooses. */
export function consistencyOption(serverChoice: ConsistencyChoice): Option {
  return new Option(
    "--consistency <where>",
    `local: what Modelwire's index has; mlflow: what MLflow has now (default: ${serverChoice})`,
  ).choices(["local", "mlflow"] satisfies ConsistencyChoice[]);
}

/** Gives what a request says of a choice. */
export function consistencyOf(
  choice: ConsistencyChoice | undefined,
): MessageInitShape<typeof ConsistencySchema> | undefined {
  switch (choice) {
    case "local":
      return { requirement: { case: "local", value: {} } };
    case "mlflow":
      return { requirement: { case: "fullyConsistent", value: {} } };
    case undefined:
      return undefined;
  }
}
