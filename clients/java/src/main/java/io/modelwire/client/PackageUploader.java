package io.modelwire.client;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import io.modelwire.registry.v1.ErrorReason;
import io.modelwire.registry.v1.GetUploadRequest;
import io.modelwire.registry.v1.RegistryServiceGrpc;
import io.modelwire.registry.v1.Upload;
import io.modelwire.registry.v1.UploadFile;
import io.modelwire.registry.v1.UploadPackageRequest;
import io.modelwire.registry.v1.UploadPackageResponse;
import io.modelwire.registry.v1.UploadStart;
import io.modelwire.registry.v1.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Uploads files in as many calls as it takes: where one breaks off, or the server is full, it is
 * asked what it has, and another call sends the rest.
 */
final class PackageUploader {
  // Larger chunks are no faster, and the server takes messages up to a limit.
  private static final int CHUNK_BYTES = 1024 * 1024;
  private static final int MAX_FRUITLESS_ATTEMPTS = 5;
  private static final Duration STALL = Duration.ofSeconds(120);

  private final Channel channel;
  private final BooleanSupplier isOver;
  private final UploadStart start;
  private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(8));
  private long doneBytes;
  private long furthestBytes;

  /**
   * Begins with nothing.
   *
   * @param isOver tells whether the connection was ended on this side
   */
  PackageUploader(Channel channel, BooleanSupplier isOver, UploadStart start) {
    this.channel = channel;
    this.isOver = isOver;
    this.start = start;
  }

  /** Uploads what the server does not have of the files. */
  Upload upload(List<PackageFile> files) throws IOException, InterruptedException {
    for (int fruitless = 0; ; ) {
      long before = furthestBytes;
      try {
        return attempt(missing(files, findUpload()));
      } catch (StatusRuntimeException e) {
        CallFailure failure = CallFailure.of(e);
        boolean further = furthestBytes > before;
        fruitless = further ? 0 : fruitless + 1;
        if (further) backoff.reset();
        boolean mayPass = failure.isTransient() && !isOver.getAsBoolean();
        if (!mayPass || fruitless >= MAX_FRUITLESS_ATTEMPTS) throw e;
        Thread.sleep(backoff.next(failure).toMillis());
      }
    }
  }

  /** A file that is to be sent, and from where. */
  private record Rest(PackageFile file, long offsetBytes) {}

  private Upload findUpload() {
    try {
      return RegistryServiceGrpc.newBlockingStub(channel)
          .getUpload(GetUploadRequest.newBuilder().setUploadId(start.getUploadId()).build())
          .getUpload();
    } catch (StatusRuntimeException e) {
      if (CallFailure.of(e).reason() != ErrorReason.ERROR_REASON_UPLOAD_NOT_FOUND) throw e;
      return Upload.getDefaultInstance();
    }
  }

  private List<Rest> missing(List<PackageFile> files, Upload upload) throws IOException {
    Map<String, UploadedFile> stored = new HashMap<>();
    for (UploadedFile file : upload.getFilesList()) stored.put(file.getPath(), file);
    List<Rest> missing = new ArrayList<>();
    doneBytes = 0;
    for (PackageFile file : files) {
      UploadedFile there = stored.getOrDefault(file.path(), UploadedFile.getDefaultInstance());
      boolean announced = stored.containsKey(file.path());
      if (announced
          && !(there.getSha256().equals(file.sha256())
              && (long) there.getSizeBytes() == file.sizeBytes())) {
        throw new IOException(file.file() + ": is not the file that the upload began with");
      }
      reached((long) there.getStoredBytes());
      if (!there.getComplete()) missing.add(new Rest(file, (long) there.getStoredBytes()));
    }
    return missing;
  }

  private void reached(long bytes) {
    doneBytes += bytes;
    furthestBytes = Math.max(furthestBytes, doneBytes);
  }

  private Upload attempt(List<Rest> missing) throws IOException, InterruptedException {
    BlockingClientCall<UploadPackageRequest, UploadPackageResponse> call =
        RegistryServiceGrpc.newBlockingV2Stub(channel).uploadPackage();
    try {
      if (send(call, missing)) call.halfClose();
      // Where the server has ended the call before all was sent, this says why.
      UploadPackageResponse answer = call.read(STALL.toSeconds(), TimeUnit.SECONDS);
      if (answer != null) return answer.getUpload();
      throw Status.INTERNAL.withDescription("the server answered nothing").asRuntimeException();
    } catch (StatusException e) {
      throw e.getStatus().asRuntimeException(e.getTrailers());
    } catch (TimeoutException e) {
      throw Status.DEADLINE_EXCEEDED
          .withDescription("the upload stands still")
          .withCause(e)
          .asRuntimeException();
    } finally {
      // Does nothing to a call that has ended.
      call.cancel("the upload was given up", null);
    }
  }

  /** Sends files; gives false where the server does not want any more. */
  private boolean send(
      BlockingClientCall<UploadPackageRequest, UploadPackageResponse> call, List<Rest> missing)
      throws IOException, InterruptedException, TimeoutException, StatusException {
    if (!write(call, UploadPackageRequest.newBuilder().setStart(start))) return false;
    for (Rest rest : missing) {
      if (!write(call, UploadPackageRequest.newBuilder().setFile(announcement(rest)))) return false;
      long left = rest.file().sizeBytes() - rest.offsetBytes();
      if (Files.size(rest.file().file()) != rest.file().sizeBytes()) throw changed(rest);
      try (InputStream content = Files.newInputStream(rest.file().file())) {
        content.skipNBytes(rest.offsetBytes());
        for (byte[] chunk; (chunk = content.readNBytes(CHUNK_BYTES)).length > 0; ) {
          left -= chunk.length;
          if (left < 0) break;
          ByteString bytes = UnsafeByteOperations.unsafeWrap(chunk);
          if (!write(call, UploadPackageRequest.newBuilder().setChunk(bytes))) return false;
          reached(chunk.length);
        }
      }
      if (left != 0) throw changed(rest);
    }
    return true;
  }

  private static IOException changed(Rest rest) {
    return new IOException(rest.file().file() + ": was changed while it was uploaded");
  }

  private static boolean write(
      BlockingClientCall<UploadPackageRequest, UploadPackageResponse> call,
      UploadPackageRequest.Builder part)
      throws InterruptedException, TimeoutException, StatusException {
    return call.write(part.build(), STALL.toSeconds(), TimeUnit.SECONDS);
  }

  private static UploadFile announcement(Rest rest) {
    return UploadFile.newBuilder()
        .setPath(rest.file().path())
        .setSizeBytes(rest.file().sizeBytes())
        .setSha256(rest.file().sha256())
        .setOffsetBytes(rest.offsetBytes())
        .build();
  }
}
