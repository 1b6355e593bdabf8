package modelwire

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"google.golang.org/grpc/codes"

	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
)

// discarding takes uploads and keeps nothing.
type discarding struct {
	registryv1.UnimplementedRegistryServiceServer
}

func (discarding) GetUpload(
	context.Context, *registryv1.GetUploadRequest,
) (*registryv1.GetUploadResponse, error) {
	return nil, failure(codes.NotFound, "UPLOAD_NOT_FOUND")
}

func (discarding) UploadPackage(stream uploadStream) error {
	for {
		if _, err := stream.Recv(); errors.Is(err, io.EOF) {
			return stream.SendAndClose(&registryv1.UploadPackageResponse{})
		} else if err != nil {
			return err
		}
	}
}

func TestAnUploadTakesConstantMemory(t *testing.T) {
	const mebibyte = 1 << 20
	directory := t.TempDir()
	path := filepath.Join(directory, "weights.bin")
	write(t, directory, "weights.bin", nil)
	if err := os.Truncate(path, 64*mebibyte); err != nil {
		t.Fatal(err)
	}
	client := newTestClient(t, startServer(t, services{registry: discarding{}}).address)
	var most uint64
	_, err := client.UploadPackage(t.Context(), directory, &UploadOptions{
		OnProgress: func(doneBytes, _ int64) {
			if doneBytes%(16*mebibyte) == 0 {
				runtime.GC()
				var memory runtime.MemStats
				runtime.ReadMemStats(&memory)
				most = max(most, memory.HeapAlloc)
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("client and server hold %d MiB at the most", most/mebibyte)
	if most == 0 || most > 24*mebibyte {
		t.Errorf("client and server hold %d bytes", most)
	}
}
