import { InvalidArgumentError } from "commander";

/**
 * Parses a port; 0 stands for any that is free.
 *
 * @throws InvalidArgumentError for what is no port.
 */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError("It must be a port: 0 to 65535.");
  }
  return port;
}

/**
 * Parses a number of things to list or to wait for.
 *
 * @throws InvalidArgumentError for what is no whole number from 1.
 */
export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new InvalidArgumentError("It must be a whole number from 1.");
  }
  return count;
}
