package io.modelwire.client;

import com.google.rpc.Code;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.modelwire.registry.v1.GetUploadRequest;
import io.modelwire.registry.v1.GetUploadResponse;
import io.modelwire.registry.v1.RegistryServiceGrpc;
import io.modelwire.registry.v1.Upload;
import io.modelwire.registry.v1.UploadPackageRequest;
import io.modelwire.registry.v1.UploadPackageResponse;
import io.modelwire.registry.v1.UploadedFile;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;

/** Takes uploads as the contract says, stores every byte at once, and breaks off where told. */
final class UploadingServer extends RegistryServiceGrpc.RegistryServiceImplBase {
  /** After how many chunks each of the next calls is to end. */
  private final Queue<Integer> breaks = new ArrayDeque<>();

  private final TreeSet<String> uploadIds = new TreeSet<>();
  private final Map<String, UploadedFile.Builder> files = new LinkedHashMap<>();
  private final Map<String, ByteArrayOutputStream> contents = new LinkedHashMap<>();
  private final List<String> announced = new ArrayList<>();
  private StatusRuntimeException broken = Status.UNAVAILABLE.asRuntimeException();
  private Runnable onBreak = () -> {};
  private boolean keeps = true;
  private int chunks;
  private int largestChunkBytes;

  synchronized void breakAfterChunks(int... counts) {
    for (int count : counts) breaks.add(count);
  }

  synchronized void refuseAfterChunks(int count) {
    broken = Status.FAILED_PRECONDITION.asRuntimeException();
    breaks.add(count);
  }

  /** Says with what a call breaks off. */
  synchronized void breakWith(StatusRuntimeException failure) {
    broken = failure;
  }

  /** Says what is to be done before a call breaks off. */
  synchronized void onBreak(Runnable action) {
    onBreak = action;
  }

  synchronized void forgetContents() {
    keeps = false;
  }

  synchronized List<String> paths() {
    return List.copyOf(files.keySet());
  }

  synchronized byte[] content(String path) {
    return contents.get(path).toByteArray();
  }

  synchronized int chunks() {
    return chunks;
  }

  synchronized int largestChunkBytes() {
    return largestChunkBytes;
  }

  synchronized List<String> uploadIds() {
    return List.copyOf(uploadIds);
  }

  /** Gives the files that were announced, each with its offset. */
  synchronized List<String> announced() {
    return List.copyOf(announced);
  }

  @Override
  public synchronized void getUpload(
      GetUploadRequest request, StreamObserver<GetUploadResponse> observer) {
    if (!uploadIds.contains(request.getUploadId())) {
      observer.onError(Failures.of(Code.NOT_FOUND, "UPLOAD_NOT_FOUND"));
      return;
    }
    observer.onNext(
        GetUploadResponse.newBuilder().setUpload(upload(request.getUploadId())).build());
    observer.onCompleted();
  }

  @Override
  public StreamObserver<UploadPackageRequest> uploadPackage(
      StreamObserver<UploadPackageResponse> observer) {
    return new Call(observer);
  }

  private Upload upload(String uploadId) {
    Upload.Builder upload = Upload.newBuilder().setUploadId(uploadId);
    for (UploadedFile.Builder file : files.values()) {
      upload.addFiles(file.setComplete(file.getStoredBytes() == file.getSizeBytes()).build());
    }
    return upload.build();
  }

  private final class Call implements StreamObserver<UploadPackageRequest> {
    private final StreamObserver<UploadPackageResponse> observer;
    private String uploadId;
    private String path;
    private Integer chunksLeft;
    private boolean over;

    Call(StreamObserver<UploadPackageResponse> observer) {
      this.observer = observer;
    }

    @Override
    public void onNext(UploadPackageRequest part) {
      synchronized (UploadingServer.this) {
        if (over) return;
        switch (part.getPartCase()) {
          case START -> {
            uploadId = part.getStart().getUploadId();
            uploadIds.add(uploadId);
            chunksLeft = breaks.poll();
          }
          case FILE -> announce(part);
          case CHUNK -> store(part.getChunk().toByteArray());
          default -> throw new IllegalArgumentException("a part of no kind");
        }
        if (chunksLeft != null && chunksLeft == 0) {
          over = true;
          onBreak.run();
          observer.onError(broken);
        }
      }
    }

    private void announce(UploadPackageRequest part) {
      path = part.getFile().getPath();
      long offset = (long) part.getFile().getOffsetBytes();
      announced.add(path + "@" + offset);
      UploadedFile.Builder file =
          files.computeIfAbsent(path, key -> UploadedFile.newBuilder().setPath(key));
      if (offset != (long) file.getStoredBytes()) throw new IllegalArgumentException("a gap");
      file.setSizeBytes(part.getFile().getSizeBytes()).setSha256(part.getFile().getSha256());
      contents.computeIfAbsent(path, key -> new ByteArrayOutputStream());
    }

    private void store(byte[] chunk) {
      chunks++;
      largestChunkBytes = Math.max(largestChunkBytes, chunk.length);
      UploadedFile.Builder file = files.get(path);
      file.setStoredBytes(file.getStoredBytes() + chunk.length);
      if (keeps) contents.get(path).writeBytes(chunk);
      if (chunksLeft != null) chunksLeft--;
    }

    @Override
    public void onError(Throwable error) {
      over = true;
    }

    @Override
    public void onCompleted() {
      synchronized (UploadingServer.this) {
        if (over) return;
        observer.onNext(UploadPackageResponse.newBuilder().setUpload(upload(uploadId)).build());
        observer.onCompleted();
      }
    }
  }
}
