package io.modelwire.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.modelwire.event.v1.Event;
import io.modelwire.event.v1.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GoldenPayloadsTest {
  private static final Path GOLDEN = Repository.file("contract/golden");

  @TestFactory
  Stream<DynamicTest> ofEveryReleaseAreReadAndAreTheSameInJsonAndInBinary() throws IOException {
    List<Path> folders = folders();
    if (!Files.exists(GOLDEN)) {
      return Stream.of(DynamicTest.dynamicTest("no release has any yet", () -> {}));
    }
    assertFalse(folders.isEmpty(), GOLDEN + " holds no payload");
    return folders.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(GOLDEN.relativize(folder).toString(), () -> check(folder)));
  }

  private static List<Path> folders() throws IOException {
    if (!Files.exists(GOLDEN)) return List.of();
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files
          .filter(file -> file.endsWith("standard.json"))
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }

  private static void check(Path folder) throws IOException, WebhookRejectedException {
    byte[] json = Files.readAllBytes(folder.resolve("standard.json"));
    Event event = EventBody.parse("application/json", json);
    assertFalse(event.getEventId().isEmpty());
    assertNotEquals(EventType.EVENT_TYPE_UNSPECIFIED, event.getType());
    Path binary = folder.resolve("protobuf.binpb");
    // The first releases had no such format.
    if (!Files.exists(binary)) return;
    assertEquals(EventBody.parse("application/protobuf", Files.readAllBytes(binary)), event);
  }
}
