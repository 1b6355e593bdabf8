package io.modelwire.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFileTest {
  @TempDir Path folder;

  @Test
  void listsFilesInTheOrderOfTheirPathsWithTheirDigests() throws IOException {
    for (String path : List.of("b/c.txt", "b.txt", "MLmodel", ".hidden", "a/b/c", "ä.txt")) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "abc");
    }
    Files.createFile(folder.resolve("empty"));
    List<PackageFile> files = PackageFile.list(folder);
    assertEquals(
        List.of(".hidden", "MLmodel", "a/b/c", "b.txt", "b/c.txt", "empty", "ä.txt"),
        files.stream().map(PackageFile::path).toList());
    assertEquals(3, files.get(0).sizeBytes());
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", files.get(0).sha256());
    assertEquals(0, files.get(5).sizeBytes());
  }

  @Test
  void leavesOutWhatNoModelNeeds() throws IOException {
    Files.createDirectories(folder.resolve("code/__pycache__"));
    Files.createFile(folder.resolve("code/__pycache__/a.pyc"));
    Files.createFile(folder.resolve("code/.DS_Store"));
    Files.createFile(folder.resolve("code/a.py"));
    assertEquals(
        List.of("code/a.py"), PackageFile.list(folder).stream().map(PackageFile::path).toList());
  }

  @Test
  void refusesSymbolicLinks() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    IOException refused = assertThrows(IOException.class, () -> PackageFile.list(folder));
    assertTrue(
        refused.getMessage().endsWith("link: is a symbolic link, which no package can have"));
    Files.delete(link);
    Path linked = Files.createDirectory(folder.resolve("linked"));
    Files.createSymbolicLink(folder.resolve("folder"), linked);
    assertThrows(IOException.class, () -> PackageFile.list(folder));
  }

  @Test
  void refusesADirectoryThatIsEmptyNotThereOrNone() throws IOException {
    assertThrows(IOException.class, () -> PackageFile.list(folder));
    assertThrows(IOException.class, () -> PackageFile.list(folder.resolve("gone")));
    Path file = Files.createFile(folder.resolve("file"));
    assertThrows(NotDirectoryException.class, () -> PackageFile.list(file));
  }
}
