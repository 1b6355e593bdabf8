package webhooks

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"google.golang.org/protobuf/proto"
)

// goldenFolder has recorded payloads of every version of the contract that was released.
const goldenFolder = "../../../contract/golden"

func TestRecordedPayloadsAreOneEventInBothFormats(t *testing.T) {
	// Such as contract/golden/1.0.0/model-registered.
	found, err := filepath.Glob(filepath.Join(goldenFolder, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	folders := slices.DeleteFunc(found, func(path string) bool {
		info, err := os.Stat(path)
		return err == nil && !info.IsDir()
	})
	if len(folders) == 0 {
		t.Fatalf("%s holds no payloads", goldenFolder)
	}
	for _, folder := range folders {
		t.Run(folder, func(t *testing.T) {
			text := readFile(t, filepath.Join(folder, "standard.json"))
			fromText, err := parse("application/json", text)
			if err != nil {
				t.Fatal(err)
			}
			// The first candidates were released without a binary body.
			path := filepath.Join(folder, "protobuf.binpb")
			if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
				return
			}
			fromBinary, err := parse("application/protobuf", readFile(t, path))
			if err != nil {
				t.Fatal(err)
			}
			if !proto.Equal(fromText, fromBinary) {
				t.Errorf("JSON gives %v, binary %v", fromText, fromBinary)
			}
		})
	}
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
