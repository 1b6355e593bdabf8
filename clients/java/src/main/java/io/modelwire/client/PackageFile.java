package io.modelwire.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A file of a package on disk.
 *
 * @param path path within the package, with {@code /} between its components
 * @param file where it is
 * @param sizeBytes size in bytes
 * @param sha256 SHA-256 in lower-case hexadecimal digits
 */
record PackageFile(String path, Path file, long sizeBytes, String sha256) {
  /** What people's machines leave in a directory and no model needs. */
  private static final Set<String> LEFT_OUT = Set.of(".DS_Store", "__pycache__");

  /**
   * Lists the files of a directory, in the order of their paths, and reads each for its digest in
   * constant memory.
   *
   * @throws IOException where the directory or a file cannot be read, something is neither file nor
   *     directory, or there is no file
   */
  static List<PackageFile> list(Path directory) throws IOException {
    Path root = directory.toRealPath();
    if (!Files.isDirectory(root)) throw new NotDirectoryException(directory.toString());
    List<PackageFile> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean leftOut = !folder.equals(root) && isLeftOut(folder);
            return leftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (isLeftOut(file)) return FileVisitResult.CONTINUE;
            if (!attributes.isRegularFile()) {
              String what = attributes.isSymbolicLink() ? "a symbolic link" : "no regular file";
              throw new IOException(file + ": is " + what + ", which no package can have");
            }
            files.add(read(root, file));
            return FileVisitResult.CONTINUE;
          }
        });
    if (files.isEmpty()) throw new IOException(directory + ": has no file in it");
    files.sort(Comparator.comparing(PackageFile::path));
    return files;
  }

  private static boolean isLeftOut(Path path) {
    return LEFT_OUT.contains(path.getFileName().toString());
  }

  private static PackageFile read(Path root, Path file) throws IOException {
    MessageDigest digest = newDigest();
    long sizeBytes;
    try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
      sizeBytes = content.transferTo(OutputStream.nullOutputStream());
    }
    String path =
        String.join(
            "/",
            StreamSupport.stream(root.relativize(file).spliterator(), false)
                .map(Path::toString)
                .toList());
    return new PackageFile(path, file, sizeBytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
