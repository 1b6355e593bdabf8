/**
 * Makes a signal that aborts at the first SIGINT or SIGTERM, or where nobody reads standard output
 * any more, so that a command can end in good order. The second signal ends the process as ever.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.stdout.on("error", stop);
  return controller.signal;
}
