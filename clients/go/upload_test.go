package modelwire

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
)

// modelFiles are files of a model, in the order of their paths.
var modelFiles = map[string][]byte{
	"MLmodel":          []byte("flavors: {}\n"),
	"data.txt":         {},
	"data/weights.bin": bytes.Repeat([]byte("0123456789abcdef"), 5<<16),
	"data/z":           []byte("z"),
}

var modelPaths = []string{"MLmodel", "data.txt", "data/weights.bin", "data/z"}

func writeModel(t *testing.T) string {
	t.Helper()
	directory := t.TempDir()
	for path, content := range modelFiles {
		write(t, directory, path, content)
	}
	return directory
}

func write(t *testing.T, directory, path string, content []byte) {
	t.Helper()
	file := filepath.Join(directory, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func (s *storing) expectModel(t *testing.T) {
	t.Helper()
	for path, content := range modelFiles {
		if !bytes.Equal(s.content[path], content) {
			t.Errorf("%s has %d bytes, want %d", path, len(s.content[path]), len(content))
		}
	}
	if s.largest > 1<<20 {
		t.Errorf("a chunk has %d bytes", s.largest)
	}
}

func TestADirectoryIsAnnouncedAndSent(t *testing.T) {
	registry := newStoring()
	client := newTestClient(t, startServer(t, services{registry: registry}).address)
	directory := writeModel(t)
	write(t, directory, ".DS_Store", []byte("x"))
	write(t, directory, "code/__pycache__/a.pyc", []byte("x"))
	var done, total int64
	upload, err := client.UploadPackage(t.Context(), directory, &UploadOptions{
		Name:       "n",
		OnProgress: func(doneBytes, totalBytes int64) { done, total = doneBytes, totalBytes },
	})
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, file := range registry.announced {
		paths = append(paths, file.GetPath())
		digest := sha256.Sum256(modelFiles[file.GetPath()])
		if file.GetSha256() != hex.EncodeToString(digest[:]) ||
			file.GetSizeBytes() != float64(len(modelFiles[file.GetPath()])) {
			t.Errorf("announced %v", file)
		}
	}
	if !slices.Equal(paths, modelPaths) {
		t.Errorf("announced %q", paths)
	}
	registry.expectModel(t)
	start := registry.starts[0]
	if start.GetName() != "n" || start.RunId != nil || start.ExperimentName != nil {
		t.Errorf("started with %v", start)
	}
	if upload.GetUploadId() == "" || upload.GetUploadId() != start.GetUploadId() {
		t.Errorf("got the upload %q", upload.GetUploadId())
	}
	if total != 5<<20+13 || done != total {
		t.Errorf("%d of %d bytes are through", done, total)
	}
}

func TestAnUploadGoesOnWhereTheConnectionBroke(t *testing.T) {
	registry := newStoring()
	server := startServer(t, services{registry: registry})
	broken := 0
	registry.onChunk = func(storedBytes int) error {
		// In the middle of a file: the rest of its chunks is never read.
		if storedBytes == 3<<20 && broken == 0 {
			broken++
			server.breakConnections()
		}
		return nil
	}
	client := newTestClient(t, server.address)
	retries := 0
	upload, err := client.UploadPackage(t.Context(), writeModel(t), &UploadOptions{
		UploadID: "the-upload",
		OnRetry:  func(error, time.Duration) { retries++ },
	})
	if err != nil {
		t.Fatal(err)
	}
	registry.expectModel(t)
	if retries != 1 || upload.GetUploadId() != "the-upload" {
		t.Errorf("%d retries of %s", retries, upload.GetUploadId())
	}
	// The files that were whole are not sent again, and the one that was not goes on.
	sent := map[string]int{}
	for _, file := range registry.announced {
		sent[file.GetPath()]++
	}
	if sent["MLmodel"] != 1 || sent["data/weights.bin"] != 2 || sent["data/z"] != 1 {
		t.Errorf("announced %v", sent)
	}
	again := registry.announced[3]
	if again.GetPath() != "data/weights.bin" || again.GetOffsetBytes() < partBytes {
		t.Errorf("went on with %v", again)
	}
}

func TestAnUploadIsRepeatedWhereTheServerAsksForIt(t *testing.T) {
	registry := newStoring()
	refusals := []error{busy(time.Millisecond), full(time.Millisecond)}
	registry.onChunk = func(int) error {
		if len(refusals) == 0 {
			return nil
		}
		refusal := refusals[0]
		refusals = refusals[1:]
		return refusal
	}
	client := newTestClient(t, startServer(t, services{registry: registry}).address)
	if _, err := client.UploadPackage(t.Context(), writeModel(t), nil); err != nil {
		t.Fatal(err)
	}
	registry.expectModel(t)
}

func TestAnUploadEndsWithWhatTheServerRefuses(t *testing.T) {
	registry := newStoring()
	registry.onChunk = func(int) error { return failure(codes.FailedPrecondition, "MLFLOW_REFUSED") }
	client := newTestClient(t, startServer(t, services{registry: registry}).address)
	_, err := client.UploadPackage(t.Context(), writeModel(t), nil)
	if ReasonOf(err) != registryv1.ErrorReason_ERROR_REASON_MLFLOW_REFUSED || len(registry.starts) != 1 {
		t.Errorf("got %v after %d calls", err, len(registry.starts))
	}
}

func TestAnUploadThatStandsStillIsGivenUp(t *testing.T) {
	registry := newStoring()
	release := make(chan struct{})
	registry.onChunk = func(int) error {
		<-release
		return nil
	}
	client := newTestClient(t, startServer(t, services{registry: registry}).address)
	options := &UploadOptions{StallTimeout: 200 * time.Millisecond}
	_, err := client.UploadPackage(t.Context(), writeModel(t), options)
	close(release)
	if !errors.Is(err, ErrStalled) {
		t.Errorf("got %v", err)
	}
}

func TestAnUploadEndsWithItsContextAndItsClient(t *testing.T) {
	registry := newStoring()
	client := newTestClient(t, startServer(t, services{registry: registry}).address)
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	// Before anything is sent: to read large files takes long.
	_, err := client.UploadPackage(ended, writeModel(t), nil)
	if status.Code(err) != codes.Canceled || registry.started {
		t.Errorf("got %v", err)
	}
	registry.onChunk = func(int) error { return client.Close() }
	_, err = client.UploadPackage(t.Context(), writeModel(t), &UploadOptions{
		OnRetry: func(err error, _ time.Duration) { t.Errorf("tried again after %v", err) },
	})
	if err == nil {
		t.Error("an upload without a connection succeeds")
	}
}

func TestANameThatNoMessageCanHaveIsRefused(t *testing.T) {
	directory := writeModel(t)
	if err := os.WriteFile(filepath.Join(directory, "\xff"), nil, 0o600); err != nil {
		return // Not every file system takes such a name.
	}
	client := newTestClient(t, "127.0.0.1:1")
	_, err := client.UploadPackage(t.Context(), directory, nil)
	var got *PackageError
	if !errors.As(err, &got) || got.Path != "\xff" {
		t.Errorf("got %v", err)
	}
}

func TestWhatIsNoFileOrNotTheOneThatWasIsRefused(t *testing.T) {
	registry := newStoring()
	client := newTestClient(t, startServer(t, services{registry: registry}).address)
	linked := writeModel(t)
	if err := os.Symlink("MLmodel", filepath.Join(linked, "link")); err != nil {
		t.Fatal(err)
	}
	grown := writeModel(t)
	registry.onChunk = func(int) error {
		// Never shorter in between: whoever read to its end just then would find it as it was.
		file, err := os.OpenFile(filepath.Join(grown, "data", "weights.bin"), os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		defer file.Close()
		_, err = file.Write([]byte{1})
		return err
	}
	for directory, want := range map[string]PackageError{
		linked: {Path: "link", Problem: "is a symbolic link; put a copy in its place"},
		grown:  {Path: "data/weights.bin", Problem: "was changed while it was uploaded", Changed: true},
	} {
		_, err := client.UploadPackage(t.Context(), directory, nil)
		var got *PackageError
		if !errors.As(err, &got) || *got != want {
			t.Errorf("got %v, want %v", err, want)
		}
	}
	if _, err := client.UploadPackage(t.Context(), filepath.Join(linked, "none"), nil); err == nil {
		t.Error("a directory that is not there is uploaded")
	}
	// Under the id of an upload that began with other files.
	registry.onChunk = nil
	write(t, grown, "MLmodel", []byte("other"))
	_, err := client.UploadPackage(t.Context(), grown, &UploadOptions{UploadID: "u"})
	var got *PackageError
	if !errors.As(err, &got) || got.Path != "MLmodel" || !got.Changed {
		t.Errorf("got %v", err)
	}
}
