package io.modelwire.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.modelwire.registry.v1.Upload;
import io.modelwire.registry.v1.UploadStart;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageUploadTest {
  private static final int MIB = 1024 * 1024;

  @TempDir Path folder;

  private final UploadingServer uploads = new UploadingServer();
  private final TestServer server = TestServer.start(uploads);
  private final ModelwireClient client = ModelwireClient.connect(server.address());

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void sendsEveryFileInChunks() throws Exception {
    byte[] large = write("data/large.bin", 3 * MIB + 5);
    byte[] small = write("MLmodel", 10);
    write("empty", 0);
    Upload upload = client.uploadPackage(folder);
    assertEquals(upload.getUploadId(), UUID.fromString(upload.getUploadId()).toString());
    assertEquals(List.of("MLmodel", "data/large.bin", "empty"), uploads.paths());
    assertArrayEquals(large, uploads.content("data/large.bin"));
    assertArrayEquals(small, uploads.content("MLmodel"));
    assertEquals(0, uploads.content("empty").length);
    assertTrue(uploads.largestChunkBytes() <= MIB);
  }

  @Test
  void goesOnWithWhatIsStoredWhereTheCallBreaksOff() throws Exception {
    byte[] first = write("a.bin", 2 * MIB);
    byte[] second = write("b.bin", 4 * MIB + 1);
    uploads.breakAfterChunks(3, 2);
    Upload upload = client.uploadPackage(folder);
    assertArrayEquals(first, uploads.content("a.bin"));
    assertArrayEquals(second, uploads.content("b.bin"));
    assertEquals(7, uploads.chunks());
    assertEquals(List.of(upload.getUploadId()), uploads.uploadIds());
    assertEquals(
        List.of("a.bin@0", "b.bin@0", "b.bin@" + MIB, "b.bin@" + 3 * MIB), uploads.announced());
  }

  @Test
  void goesOnOnceAFullServerHasRoom() throws Exception {
    byte[] content = write("a.bin", 2 * MIB);
    uploads.breakWith(Failures.full(10));
    uploads.breakAfterChunks(0, 1);
    client.uploadPackage(folder);
    assertArrayEquals(content, uploads.content("a.bin"));
    assertEquals(2, uploads.chunks());
  }

  @Test
  void goesOnWithAnUploadOfAnEarlierRun() throws Exception {
    byte[] content = write("a.bin", 2 * MIB);
    write("b.bin", 1);
    UploadStart start =
        UploadStart.newBuilder().setUploadId(UUID.randomUUID().toString()).setName("m").build();
    uploads.refuseAfterChunks(1);
    StatusRuntimeException refused =
        assertThrows(StatusRuntimeException.class, () -> client.uploadPackage(folder, start));
    assertEquals(Status.Code.FAILED_PRECONDITION, refused.getStatus().getCode());
    client.uploadPackage(folder, start);
    assertArrayEquals(content, uploads.content("a.bin"));
    assertEquals(List.of("a.bin@0", "a.bin@" + MIB, "b.bin@0"), uploads.announced());
  }

  @Test
  void refusesAFileThatIsNotTheOneTheUploadBeganWith() throws Exception {
    write("a.bin", 10);
    UploadStart start = UploadStart.newBuilder().setUploadId(UUID.randomUUID().toString()).build();
    client.uploadPackage(folder, start);
    write("a.bin", 11);
    IOException refused =
        assertThrows(IOException.class, () -> client.uploadPackage(folder, start));
    assertTrue(refused.getMessage().endsWith("a.bin: is not the file that the upload began with"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, MIB, 3 * MIB})
  void tellsOfAFileThatIsChangedMeanwhile(int sizeBytes) throws Exception {
    write("a.bin", 2 * MIB);
    String id = UUID.randomUUID().toString();
    UploadStart start = UploadStart.newBuilder().setUploadId(id).build();
    List<PackageFile> files = PackageFile.list(folder);
    uploads.breakAfterChunks(1);
    uploads.onBreak(() -> write("a.bin", sizeBytes));
    PackageUploader uploader = new PackageUploader(client.channel(), () -> false, start);
    IOException changed = assertThrows(IOException.class, () -> uploader.upload(files));
    assertTrue(changed.getMessage().endsWith("a.bin: was changed while it was uploaded"));
  }

  @Test
  void givesUpWhereItGetsNoFurther() throws Exception {
    write("a.bin", 10);
    uploads.breakAfterChunks(0, 0, 0, 0, 0, 0, 0, 0);
    StatusRuntimeException failed =
        assertThrows(StatusRuntimeException.class, () -> client.uploadPackage(folder));
    assertEquals(Status.Code.UNAVAILABLE, failed.getStatus().getCode());
  }

  @Test
  void isNotRepeatedOnceTheConnectionWasEndedOnThisSide() throws Exception {
    write("a.bin", 10);
    AtomicBoolean isOver = new AtomicBoolean();
    uploads.breakAfterChunks(1);
    uploads.onBreak(() -> isOver.set(true));
    PackageUploader uploader =
        new PackageUploader(client.channel(), isOver::get, UploadStart.getDefaultInstance());
    List<PackageFile> files = PackageFile.list(folder);
    assertThrows(StatusRuntimeException.class, () -> uploader.upload(files));
  }

  @Test
  void takesLessMemoryThanAPackageHas() throws Exception {
    // More than the tests are given.
    long sizeBytes = 2 * Runtime.getRuntime().maxMemory();
    assertTrue(sizeBytes <= 300L * MIB, "tests run with little memory");
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("a.bin").toFile(), "rw")) {
      file.setLength(sizeBytes);
    }
    uploads.forgetContents();
    Upload upload = client.uploadPackage(folder);
    assertEquals(sizeBytes, (long) upload.getFiles(0).getStoredBytes());
  }

  private byte[] write(String path, int sizeBytes) {
    byte[] content = new byte[sizeBytes];
    new Random(sizeBytes).nextBytes(content);
    Path file = folder.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content;
  }
}
