package modelwire

import (
	"context"
	"errors"
	"io"
	"os"
	"time"

	"github.com/google/uuid"
	"google.golang.org/protobuf/proto"

	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
)

const (
	// Larger ones are no faster, and gRPC's own limit for a message is 4 MiB.
	chunkBytes          = 1 << 20
	defaultStallTimeout = time.Minute
)

// UploadOptions says how to upload a package. Its zero value is what most need.
type UploadOptions struct {
	// UploadID is a UUID: the same again goes on with an upload. Empty: a new one.
	UploadID string
	// Name of the logged model in MLflow. Empty: "model".
	Name string
	// ExperimentName is the experiment that the model goes to. Empty: the server's own.
	ExperimentName string
	// RunID is a run that the model belongs to. Empty: the upload makes one.
	RunID string
	// StallTimeout is how long nothing may get through before the upload is given up. 0: a minute.
	StallTimeout time.Duration
	// OnProgress is told how many bytes of all files are through.
	OnProgress func(doneBytes, totalBytes int64)
	// OnRetry is told that the connection broke, and how long it is waited before the next try.
	OnRetry func(err error, wait time.Duration)
}

// UploadPackage uploads the files of a directory, such as a model as MLflow saves one, to register
// them afterwards by the id of the upload. Its files are regular ones: a symbolic link is refused
// with a [*PackageError], and .DS_Store and __pycache__ are left out.
//
// It takes constant memory, and reads each file twice. Where the connection breaks or the server is
// unavailable or full it asks what is stored and sends the rest; it gives up after five tries in a
// row that got no further. Options may be nil.
func (c *Client) UploadPackage(
	ctx context.Context, directory string, options *UploadOptions,
) (*registryv1.Upload, error) {
	if options == nil {
		options = &UploadOptions{}
	}
	ctx, cancel := c.untilClosed(ctx)
	defer cancel()
	root, err := os.OpenRoot(directory)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	files, err := listFiles(ctx, root)
	if err != nil {
		return nil, err
	}
	sender := &sender{client: c, root: root, files: files, start: startOf(options)}
	for _, file := range files {
		sender.totalBytes += file.sizeBytes
	}
	trying := transfer{stall: options.StallTimeout, onRetry: options.OnRetry, isLoss: c.isLoss}
	if trying.stall == 0 {
		trying.stall = defaultStallTimeout
	}
	var upload *registryv1.Upload
	err = trying.run(ctx, func(ctx context.Context, reached func(int64)) error {
		sent, err := sender.send(ctx, func(bytes int64) {
			reached(bytes)
			if options.OnProgress != nil {
				options.OnProgress(bytes, sender.totalBytes)
			}
		})
		upload = sent
		return err
	})
	return upload, err
}

func startOf(options *UploadOptions) *registryv1.UploadStart {
	start := &registryv1.UploadStart{UploadId: options.UploadID}
	if start.UploadId == "" {
		start.UploadId = uuid.NewString()
	}
	if options.Name != "" {
		start.Name = proto.String(options.Name)
	}
	if options.ExperimentName != "" {
		start.ExperimentName = proto.String(options.ExperimentName)
	}
	if options.RunID != "" {
		start.RunId = proto.String(options.RunID)
	}
	return start
}

// sender sends what the server does not have of a package.
type sender struct {
	client     *Client
	root       *os.Root
	files      []packageFile
	totalBytes int64
	start      *registryv1.UploadStart
}

type missingPart struct {
	file   packageFile
	offset int64
}

func (s *sender) send(ctx context.Context, reached func(int64)) (*registryv1.Upload, error) {
	missing, err := s.findMissing(ctx)
	if err != nil {
		return nil, err
	}
	done := s.totalBytes
	for _, part := range missing {
		done -= part.file.sizeBytes - part.offset
	}
	reached(done)
	// A file that cannot be read ends the call, which would otherwise wait for more.
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := s.client.Registry.UploadPackage(ctx)
	if err != nil {
		return nil, err
	}
	err = s.sendParts(stream, missing, func(bytes int) {
		done += int64(bytes)
		reached(done)
	})
	// Where the stream is at its end already, its answer says why.
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	answer, err := stream.CloseAndRecv()
	return answer.GetUpload(), err
}

func (s *sender) sendParts(
	stream registryv1.RegistryService_UploadPackageClient, missing []missingPart, sent func(int),
) error {
	start := &registryv1.UploadPackageRequest_Start{Start: s.start}
	if err := stream.Send(&registryv1.UploadPackageRequest{Part: start}); err != nil {
		return err
	}
	for _, part := range missing {
		file := &registryv1.UploadPackageRequest_File{File: &registryv1.UploadFile{
			Path:        part.file.path,
			SizeBytes:   float64(part.file.sizeBytes),
			Sha256:      part.file.sha256,
			OffsetBytes: proto.Float64(float64(part.offset)),
		}}
		if err := stream.Send(&registryv1.UploadPackageRequest{Part: file}); err != nil {
			return err
		}
		err := readChunks(s.root, part.file, part.offset, func(chunk []byte) error {
			request := &registryv1.UploadPackageRequest{
				Part: &registryv1.UploadPackageRequest_Chunk{Chunk: chunk},
			}
			if err := stream.Send(request); err != nil {
				return err
			}
			sent(len(chunk))
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// findMissing tells which files are to be sent, and from where.
func (s *sender) findMissing(ctx context.Context) ([]missingPart, error) {
	request := &registryv1.GetUploadRequest{UploadId: s.start.GetUploadId()}
	answer, err := s.client.Registry.GetUpload(ctx, request)
	if err != nil && ReasonOf(err) != registryv1.ErrorReason_ERROR_REASON_UPLOAD_NOT_FOUND {
		return nil, err
	}
	stored := map[string]*registryv1.UploadedFile{}
	for _, file := range answer.GetUpload().GetFiles() {
		stored[file.GetPath()] = file
	}
	var missing []missingPart
	for _, file := range s.files {
		there, known := stored[file.path]
		switch {
		case !known:
			missing = append(missing, missingPart{file: file})
		case there.GetSha256() != file.sha256 || there.GetSizeBytes() != float64(file.sizeBytes):
			problem := "is not the file that the upload began with; begin a new one, with another id"
			return nil, &PackageError{Path: file.path, Problem: problem, Changed: true}
		case !there.GetComplete():
			missing = append(missing, missingPart{file, int64(there.GetStoredBytes())})
		}
	}
	return missing, nil
}
