package modelwire

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"google.golang.org/grpc/status"
)

// leftOut is what people's machines leave in a folder and no model needs.
var leftOut = []string{".DS_Store", "__pycache__"}

// PackageError says that a directory cannot be uploaded as it is.
type PackageError struct {
	// Path within the directory, with "/" between folders.
	Path string
	// Problem with what is there.
	Problem string
	// Changed says that a file was changed while it was read.
	Changed bool
}

// Error tells the path and what is wrong there.
func (e *PackageError) Error() string { return fmt.Sprintf("%s: %s", e.Path, e.Problem) }

// packageFile is a file of a package, as it is announced.
type packageFile struct {
	path      string
	sizeBytes int64
	sha256    string
}

// listFiles lists the regular files of a directory with their digests, sorted by their paths, unless
// the context ends before.
func listFiles(ctx context.Context, directory *os.Root) ([]packageFile, error) {
	var files []packageFile
	err := fs.WalkDir(directory.FS(), ".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case slices.Contains(leftOut, entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !utf8.ValidString(path):
			return &PackageError{Path: path, Problem: "must have a name in UTF-8"}
		case entry.IsDir():
			return nil
		case entry.Type()&fs.ModeSymlink != 0:
			return &PackageError{Path: path, Problem: "is a symbolic link; put a copy in its place"}
		case !entry.Type().IsRegular():
			return &PackageError{Path: path, Problem: "must be a file or a directory"}
		}
		file, err := digest(ctx, directory, path)
		files = append(files, file)
		return err
	})
	slices.SortFunc(files, func(a, b packageFile) int { return strings.Compare(a.path, b.path) })
	return files, err
}

func digest(ctx context.Context, directory *os.Root, path string) (packageFile, error) {
	content, err := directory.Open(path)
	if err != nil {
		return packageFile{}, err
	}
	defer content.Close()
	hash := sha256.New()
	size, err := io.Copy(hash, contextReader{ctx, content})
	file := packageFile{path: path, sizeBytes: size, sha256: hex.EncodeToString(hash.Sum(nil))}
	return file, err
}

// contextReader reads until the context ends, and then fails as a call does.
type contextReader struct {
	ctx  context.Context
	from io.Reader
}

func (r contextReader) Read(into []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, status.FromContextError(err).Err()
	}
	return r.from.Read(into)
}

// readChunks gives a file from an offset on in chunks of up to chunkBytes. Each is the receiver's
// own.
func readChunks(
	directory *os.Root, file packageFile, offset int64, give func(chunk []byte) error,
) error {
	content, err := directory.Open(file.path)
	if err != nil {
		return err
	}
	defer content.Close()
	if _, err := content.Seek(offset, io.SeekStart); err != nil {
		return err
	}
	left := file.sizeBytes - offset
	for left > 0 {
		// gRPC may read a message after it was sent: no chunk's memory is used for the next.
		chunk := make([]byte, min(left, chunkBytes))
		if _, err := io.ReadFull(content, chunk); err != nil {
			if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
				return changed(file)
			}
			return err
		}
		if err := give(chunk); err != nil {
			return err
		}
		left -= int64(len(chunk))
	}
	if _, err := content.Read(make([]byte, 1)); !errors.Is(err, io.EOF) {
		return changed(file)
	}
	return nil
}

func changed(file packageFile) error {
	problem := "was changed while it was uploaded"
	return &PackageError{Path: file.path, Problem: problem, Changed: true}
}
