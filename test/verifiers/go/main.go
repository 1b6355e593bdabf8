// Verifies requests with the standardwebhooks library of Go; see ../README.md.
package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"net/http"
	"os"
	"strings"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

func verify(line string) error {
	parts := strings.Split(line, "\t")
	if len(parts) != 5 {
		return fmt.Errorf("expected 5 columns, there are %d", len(parts))
	}
	webhook, err := standardwebhooks.NewWebhook(parts[0])
	if err != nil {
		return err
	}
	headers := http.Header{}
	headers.Set("webhook-id", parts[1])
	headers.Set("webhook-timestamp", parts[2])
	headers.Set("webhook-signature", parts[3])
	body, err := base64.StdEncoding.DecodeString(parts[4])
	if err != nil {
		return err
	}
	return webhook.Verify(body, headers)
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		if err := verify(lines.Text()); err != nil {
			fmt.Println("refused:", err)
		} else {
			fmt.Println("ok")
		}
	}
}
