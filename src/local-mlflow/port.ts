import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** The address that a local MLflow listens on. */
export const LOCAL_HOST = "127.0.0.1";

/**
 * Resolves with `port` if nothing listens there, and with any free port when it is undefined.
 *
 * Rejects with an error that names the port when it is in use or not permitted.
 */
export async function findPort(port: number | undefined): Promise<number> {
  const server = createServer();
  try {
    server.listen({ host: LOCAL_HOST, port: port ?? 0, exclusive: true });
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") {
      throw new Error(
        `port: ${port} on ${LOCAL_HOST} is in use by another process; stop that, or name another with --mlflow-port, or set MLFLOW_TRACKING_URI to use an MLflow that runs`,
        { cause: error },
      );
    }
    throw error;
  } finally {
    server.close();
  }
}
