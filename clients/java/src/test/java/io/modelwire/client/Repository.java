package io.modelwire.client;

import java.nio.file.Path;

/** Finds what all clients share. */
final class Repository {
  private Repository() {}

  /** Gives a path from the root of the repository. */
  static Path file(String path) {
    return Path.of(System.getProperty("modelwire.repository")).resolve(path).normalize();
  }
}
