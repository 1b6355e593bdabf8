package modelwire

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

var goBlock = regexp.MustCompile("(?s)```go\n(.*?)```")

// TestEverySnippetOfTheReadmeCompiles holds each against the examples, which are compiled.
func TestEverySnippetOfTheReadmeCompiles(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	examples, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	blocks := goBlock.FindAllSubmatch(readme, -1)
	if len(blocks) == 0 {
		t.Fatal("there are no snippets")
	}
	for _, block := range blocks {
		if !strings.Contains(withoutIndent(examples), withoutIndent(block[1])) {
			t.Errorf("not in example_test.go:\n%s", block[1])
		}
	}
}

func withoutIndent(text []byte) string {
	return regexp.MustCompile(`(?m)^[\t ]+`).ReplaceAllString(string(text), "")
}
