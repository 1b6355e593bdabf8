package modelwire

import (
	"context"
	"errors"
	"io"
	"sync"

	"google.golang.org/grpc/codes"

	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
)

type uploadStream = registryv1.RegistryService_UploadPackageServer

// storing keeps what is uploaded, as the server does: of a file that is not whole yet, what whole
// parts of partBytes amount to.
type storing struct {
	registryv1.UnimplementedRegistryServiceServer
	mutex     sync.Mutex
	started   bool
	announced []*registryv1.UploadFile
	content   map[string][]byte
	largest   int
	starts    []*registryv1.UploadStart
	// onChunk is called after each; its error ends the call.
	onChunk func(storedBytes int) error
}

const partBytes = 1 << 19

func (s *storing) GetUpload(
	_ context.Context, request *registryv1.GetUploadRequest,
) (*registryv1.GetUploadResponse, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if !s.started {
		return nil, failure(codes.NotFound, "UPLOAD_NOT_FOUND")
	}
	return &registryv1.GetUploadResponse{Upload: s.upload(request.GetUploadId())}, nil
}

func (s *storing) upload(id string) *registryv1.Upload {
	upload := &registryv1.Upload{UploadId: id}
	seen := map[string]bool{}
	for _, file := range s.announced {
		if seen[file.GetPath()] {
			continue
		}
		seen[file.GetPath()] = true
		stored := float64(len(s.content[file.GetPath()]))
		complete := stored == file.GetSizeBytes()
		if !complete {
			stored -= float64(int(stored) % partBytes)
		}
		upload.Files = append(upload.Files, &registryv1.UploadedFile{
			Path: file.GetPath(), SizeBytes: file.GetSizeBytes(), Sha256: file.GetSha256(),
			StoredBytes: stored, Complete: complete,
		})
	}
	return upload
}

func (s *storing) UploadPackage(stream uploadStream) error {
	path := ""
	for {
		request, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			s.mutex.Lock()
			defer s.mutex.Unlock()
			upload := s.upload(s.starts[0].GetUploadId())
			return stream.SendAndClose(&registryv1.UploadPackageResponse{Upload: upload})
		}
		if err != nil {
			return err
		}
		if path, err = s.take(path, request); err != nil {
			return err
		}
	}
}

// take stores a part, and gives the path of the file that is being sent.
func (s *storing) take(path string, request *registryv1.UploadPackageRequest) (string, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	switch part := request.GetPart().(type) {
	case *registryv1.UploadPackageRequest_Start:
		s.started = true
		s.starts = append(s.starts, part.Start)
	case *registryv1.UploadPackageRequest_File:
		path = part.File.GetPath()
		s.announced = append(s.announced, part.File)
		s.content[path] = s.content[path][:int(part.File.GetOffsetBytes())]
	case *registryv1.UploadPackageRequest_Chunk:
		s.content[path] = append(s.content[path], part.Chunk...)
		s.largest = max(s.largest, len(part.Chunk))
		if s.onChunk != nil {
			return path, s.onChunk(len(s.content[path]))
		}
	}
	return path, nil
}

func newStoring() *storing { return &storing{content: map[string][]byte{}} }
