import { createFileRegistry, type FileRegistry } from "@bufbuild/protobuf";
import { readImage } from "./buf.ts";
import { type Element, elementsOf } from "./elements.ts";
import type { ReleasedImage } from "./released.ts";

/** Holds what an image declares. */
export interface Contract {
  /** By full name, with comments. */
  elements: Map<string, Element>;
  /** Descriptors that messages can be read and written with. */
  registry: FileRegistry;
}

/** Holds what a released image declares. */
export interface Release extends Contract {
  version: string;
  /** Path of the image. */
  path: string;
}

/** Reads what an image declares. */
export async function readContract(path: string): Promise<Contract> {
  const image = await readImage(path);
  return { elements: elementsOf(image), registry: createFileRegistry(image) };
}

/** Reads what a released image declares. */
export async function readRelease(image: ReleasedImage): Promise<Release> {
  return { ...image, ...(await readContract(image.path)) };
}
