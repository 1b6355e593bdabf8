package modelwire

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"math/big"
	"net"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
)

// lookUps answers every look-up, and keeps what came with it.
type lookUps struct {
	registryv1.UnimplementedRegistryServiceServer
	headers  []metadata.MD
	deadline []time.Time
	etag     string
}

func (l *lookUps) GetModelByUuid(
	ctx context.Context, _ *registryv1.GetModelByUuidRequest,
) (*registryv1.GetModelByUuidResponse, error) {
	headers, _ := metadata.FromIncomingContext(ctx)
	deadline, _ := ctx.Deadline()
	l.headers = append(l.headers, headers)
	l.deadline = append(l.deadline, deadline)
	return &registryv1.GetModelByUuidResponse{Etag: l.etag}, nil
}

func lookUp(ctx context.Context, client *Client) error {
	_, err := client.Registry.GetModelByUuid(ctx, &registryv1.GetModelByUuidRequest{ModelUuid: "m-1"})
	return err
}

// selfSigned makes a certificate of 127.0.0.1, and the pool that trusts it.
func selfSigned(t *testing.T) (tls.Certificate, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1),
		NotAfter:     time.Now().Add(time.Hour),
		IPAddresses:  []net.IP{net.IPv4(127, 0, 0, 1)},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(parsed)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pool
}

func TestTheKeyGoesWithEveryCallInPlaintextAndWithTLS(t *testing.T) {
	certificate, roots := selfSigned(t)
	for name, over := range map[string]struct {
		server []grpc.ServerOption
		client []Option
	}{
		"plaintext on loopback": {},
		"TLS": {
			[]grpc.ServerOption{grpc.Creds(credentials.NewServerTLSFromCert(&certificate))},
			[]Option{WithRoots(roots)},
		},
	} {
		t.Run(name, func(t *testing.T) {
			registry := &lookUps{}
			server := startServer(t, services{registry: registry}, over.server...)
			client := newTestClient(t, server.address, append(over.client, WithAPIKey("k"))...)
			if err := lookUp(t.Context(), client); err != nil {
				t.Fatal(err)
			}
			if got := registry.headers[0]["authorization"]; len(got) != 1 || got[0] != "Bearer k" {
				t.Errorf("authorization: %q", got)
			}
			if got := registry.headers[0]["user-agent"][0]; !strings.HasPrefix(got, "modelwire-go/v1.") {
				t.Errorf("user-agent: %q", got)
			}
		})
	}
}

func TestACertificateThatNobodyTrustsIsRefused(t *testing.T) {
	certificate, _ := selfSigned(t)
	creds := grpc.Creds(credentials.NewServerTLSFromCert(&certificate))
	server := startServer(t, services{registry: &lookUps{}}, creds)
	client := newTestClient(t, server.address, WithTLS(nil))
	err := lookUp(t.Context(), client)
	if status.Code(err) != codes.Unavailable || !strings.Contains(err.Error(), "certificate") {
		t.Errorf("got %v", err)
	}
}

func TestWhatCannotBeMeantIsRefused(t *testing.T) {
	for name, refused := range map[string]struct {
		address string
		options []Option
	}{
		"no port":                      {"registry.example.com", nil},
		"a URL":                        {"http://127.0.0.1:8080", nil},
		"no host":                      {":50051", nil},
		"nothing after the colon":      {"127.0.0.1:", nil},
		"a key with a line end":        {"127.0.0.1:1", []Option{WithAPIKey("k\n")}},
		"a key that others could read": {"registry.example.com:443", []Option{WithPlaintext(), WithAPIKey("k")}},
		"plaintext and TLS":            {"127.0.0.1:1", []Option{WithPlaintext(), WithTLS(nil)}},
	} {
		if _, err := NewClient(refused.address, refused.options...); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	for _, address := range []string{"localhost:1", "[::1]:1", "127.0.0.1:1", "registry.example.com:443"} {
		client, err := NewClient(address, WithAPIKey("k"))
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		client.Close()
	}
}

func TestACallWithoutADeadlineIsGivenOne(t *testing.T) {
	registry := &lookUps{}
	server := startServer(t, services{registry: registry})
	longer, cancel := context.WithTimeout(t.Context(), time.Hour)
	defer cancel()
	for _, call := range []struct {
		ctx    context.Context
		client *Client
	}{
		{t.Context(), newTestClient(t, server.address)},
		{longer, newTestClient(t, server.address)},
		{t.Context(), newTestClient(t, server.address, WithTimeout(0))},
	} {
		if err := lookUp(call.ctx, call.client); err != nil {
			t.Fatal(err)
		}
	}
	halfAnHour := time.Now().Add(30 * time.Minute)
	limited, own, none := registry.deadline[0], registry.deadline[1], registry.deadline[2]
	if limited.IsZero() || limited.After(halfAnHour) || own.Before(halfAnHour) || !none.IsZero() {
		t.Errorf("deadlines: %v, %v, %v", limited, own, none)
	}
}

func TestAnAnswerMayBeLargerThanGRPCTakesByItself(t *testing.T) {
	registry := &lookUps{etag: strings.Repeat("e", 5<<20)}
	client := newTestClient(t, startServer(t, services{registry: registry}).address)
	if err := lookUp(t.Context(), client); err != nil {
		t.Error(err)
	}
}
