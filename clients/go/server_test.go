package modelwire

import (
	"net"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/protoadapt"
	"google.golang.org/protobuf/types/known/durationpb"

	eventv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/event/v1"
	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
	webhookv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/webhook/v1"
)

// services is what a server of a test's own serves; what is nil is unimplemented.
type services struct {
	registry registryv1.RegistryServiceServer
	events   eventv1.EventServiceServer
	webhooks webhookv1.WebhookServiceServer
}

// breakingServer is a gRPC server whose connections can be cut.
type breakingServer struct {
	address string
	mutex   sync.Mutex
	conns   []*mutableConn
}

// startServer serves on a port of its own until the test ends.
func startServer(t *testing.T, given services, options ...grpc.ServerOption) *breakingServer {
	t.Helper()
	return startServerAt(t, "127.0.0.1:0", given, options...)
}

func startServerAt(
	t *testing.T, address string, given services, options ...grpc.ServerOption,
) *breakingServer {
	t.Helper()
	listener, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	started := &breakingServer{address: listener.Addr().String()}
	server := grpc.NewServer(options...)
	if given.registry != nil {
		registryv1.RegisterRegistryServiceServer(server, given.registry)
	}
	if given.events != nil {
		eventv1.RegisterEventServiceServer(server, given.events)
	}
	if given.webhooks != nil {
		webhookv1.RegisterWebhookServiceServer(server, given.webhooks)
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(keepingListener{listener, started}) }()
	t.Cleanup(func() {
		server.Stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return started
}

// breakConnections cuts every connection, without a word to either side.
func (s *breakingServer) breakConnections() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for _, conn := range s.conns {
		conn.Close()
	}
	s.conns = nil
}

// muteConnections has every connection be silent from now on, and stay open.
func (s *breakingServer) muteConnections() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for _, conn := range s.conns {
		conn.muted.Store(true)
	}
}

// mutableConn can take what comes and say nothing, as a connection whose other end is gone.
type mutableConn struct {
	net.Conn
	muted atomic.Bool
}

func (c *mutableConn) Read(into []byte) (int, error) {
	for {
		count, err := c.Conn.Read(into)
		if err != nil || !c.muted.Load() {
			return count, err
		}
	}
}

func (c *mutableConn) Write(bytes []byte) (int, error) {
	if c.muted.Load() {
		return len(bytes), nil
	}
	return c.Conn.Write(bytes)
}

type keepingListener struct {
	net.Listener
	server *breakingServer
}

func (l keepingListener) Accept() (net.Conn, error) {
	accepted, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	conn := &mutableConn{Conn: accepted}
	l.server.mutex.Lock()
	defer l.server.mutex.Unlock()
	l.server.conns = append(l.server.conns, conn)
	return conn, nil
}

func newTestClient(t *testing.T, address string, options ...Option) *Client {
	t.Helper()
	client, err := NewClient(address, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close() })
	return client
}

// failure makes an error as the server does.
func failure(code codes.Code, reason string, details ...protoadapt.MessageV1) error {
	info := &errdetails.ErrorInfo{
		Domain: "modelwire", Reason: reason, Metadata: map[string]string{"endpoint": "e"},
	}
	said, err := status.New(code, "it failed").WithDetails(append(details, info)...)
	if err != nil {
		panic(err)
	}
	return said.Err()
}

func retryAfter(delay time.Duration) protoadapt.MessageV1 {
	return &errdetails.RetryInfo{RetryDelay: durationpb.New(delay)}
}
