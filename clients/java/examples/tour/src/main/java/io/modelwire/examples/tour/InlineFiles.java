package io.modelwire.examples.tour;

import com.google.protobuf.ByteString;
import io.modelwire.registry.v1.InlineFile;
import io.modelwire.registry.v1.InlinePackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Packages that are small enough for a request. */
final class InlineFiles {
  private InlineFiles() {}

  /** Reads the files of a directory. */
  static InlinePackage read(Path directory) throws IOException {
    InlinePackage.Builder files = InlinePackage.newBuilder();
    for (Path file : list(directory)) {
      String path = directory.relativize(file).toString().replace('\\', '/');
      ByteString content = ByteString.copyFrom(Files.readAllBytes(file));
      files.addFiles(InlineFile.newBuilder().setPath(path).setContent(content));
    }
    return files.build();
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
