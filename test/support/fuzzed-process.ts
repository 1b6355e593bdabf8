// A listener in a process of its own, so that what it holds is told apart from what clients hold.
import { pino } from "pino";
import { errorInterceptor } from "../../src/rpc/error-interceptor.ts";
import { createEcho } from "./echo-service.ts";
import { listenerKinds } from "./listener-kinds.ts";
import { heldBytes } from "./memory.ts";

/** What the process says of itself when it is asked. */
export interface FuzzedState {
  /** What is held once what is garbage is collected, in bytes. */
  heldBytes: number;
  /** Lines of the log that tell of a fault of the server's own. */
  failures: string[];
}

const kind = listenerKinds.find(({ name }) => name === process.argv[2]);
if (!kind) throw new Error(`there is no listener ${process.argv[2]}`);
const failures: string[] = [];
const log = pino({ level: "error" }, { write: (line) => void failures.push(line) });
const echo = createEcho();
const listener = await kind.start({ echo, interceptors: [errorInterceptor(log, () => false)] });
process.on("message", async () => {
  // What the test service notes of calls is not the server's.
  echo.forget();
  const state: FuzzedState = { heldBytes: await heldBytes(), failures };
  process.send?.(state);
});
process.send?.(listener.address);
