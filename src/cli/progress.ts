import { SingleBar } from "cli-progress";
import { note } from "./output.ts";

/** Shows how far a transfer is. */
export interface Progress {
  /** Says how many bytes of all are through. */
  reached(bytes: number): void;
  /** Takes the bar away, for a while or for good. */
  hide(): void;
  /** Says in a line what was done, such as `uploaded 3 files`, how much it was, and how fast. */
  finish(done: string): void;
}

/**
 * Starts to show how far a transfer of `totalBytes` is: as a bar where standard error is a
 * terminal, and as one line at its end. Where `quiet`, nothing is shown at all.
 */
export function startProgress(totalBytes: number, quiet: boolean): Progress {
  const startMs = performance.now();
  let firstBytes: number | undefined;
  let bytesNow = 0;
  const rate = () => {
    const seconds = (performance.now() - startMs) / 1000;
    return `${size((bytesNow - (firstBytes ?? 0)) / Math.max(seconds, 0.001))}/s`;
  };
  const bar = quiet || !process.stderr.isTTY ? undefined : createBar();
  return {
    reached(bytes) {
      // What an earlier call brought is no speed of this one.
      firstBytes ??= bytes;
      bytesNow = bytes;
      if (!bar) return;
      const shown = { done: size(bytes), all: size(totalBytes), rate: rate() };
      if (bar.isActive) bar.update(bytes, shown);
      else bar.start(totalBytes, bytes, shown);
    },
    hide: () => bar?.stop(),
    finish(done) {
      bar?.stop();
      if (!quiet) note(`${done}, ${size(bytesNow)}, ${rate()}`);
    },
  };
}

function createBar(): SingleBar {
  return new SingleBar({
    stream: process.stderr,
    format: "{bar} {percentage} %  {done} of {all}  {rate}  {eta_formatted} left",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 30,
    clearOnComplete: true,
    hideCursor: true,
    // Ctrl-C is for the command, which ends in good order and takes the bar away.
    gracefulExit: false,
    etaBuffer: 50,
  });
}

/** Writes a number of bytes as people read it, such as `1.5 MB`. */
export function size(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  let unit = 0;
  let amount = bytes;
  for (; amount >= 999.5 && unit < units.length - 1; unit++) amount /= 1000;
  const digits = unit === 0 ? 0 : amount < 10 ? 2 : amount < 100 ? 1 : 0;
  return `${amount.toFixed(digits)} ${units[unit]}`;
}

/** Counts files, in words. */
export function fileCount(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}
