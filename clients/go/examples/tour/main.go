// Command tour goes through what the client does, against a running Modelwire:
//
//	MODELWIRE_GRPC=127.0.0.1:50051 MODELWIRE_URL=http://127.0.0.1:8080 go run ./examples/tour <directory of a model>
//
// It prints a line for each step, and ends with exit code 0 only if each went as expected. With
// MODELWIRE_API_KEY it sends that key, and with MODELWIRE_CA_FILE, a PEM file, it connects with TLS.
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	modelwire "github.com/modelwire/modelwire/clients/go"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "the tour failed:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	if len(os.Args) != 2 {
		return errors.New("expected the directory of a model")
	}
	apiKey := os.Getenv("MODELWIRE_API_KEY")
	roots, err := rootsFromEnvironment()
	if err != nil {
		return err
	}
	var options []modelwire.Option
	if apiKey != "" {
		options = append(options, modelwire.WithAPIKey(apiKey))
	}
	if roots != nil {
		options = append(options, modelwire.WithRoots(roots))
	}
	client, err := modelwire.NewClient(os.Getenv("MODELWIRE_GRPC"), options...)
	if err != nil {
		return err
	}
	defer client.Close()
	tour := &tour{
		client:     client,
		httpURL:    os.Getenv("MODELWIRE_URL"),
		httpClient: &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}},
		apiKey:     apiKey,
		directory:  os.Args[1],
	}
	events, err := tour.watch(ctx)
	if err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	for _, step := range []struct {
		name string
		take func(context.Context) (string, error)
	}{
		{"register inline files", tour.registerInline},
		{"upload and register", tour.uploadAndRegister},
		{"look up over gRPC", tour.lookUp},
		{"look up over Connect", tour.lookUpOverConnect},
		{"read what is wrong", tour.fail},
		{"watch events", events.expectRegistrations},
		{"receive a webhook", tour.receiveWebhook},
	} {
		told, err := step.take(ctx)
		if err != nil {
			return fmt.Errorf("%s: %w", step.name, err)
		}
		fmt.Printf("%s: %s\n", step.name, told)
	}
	return nil
}

// rootsFromEnvironment gives the authorities to trust; nil where the environment names none.
func rootsFromEnvironment() (*x509.CertPool, error) {
	path := os.Getenv("MODELWIRE_CA_FILE")
	if path == "" {
		return nil, nil
	}
	pem, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("%s has no certificates", path)
	}
	return roots, nil
}
