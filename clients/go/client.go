package modelwire

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	accessv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/access/v1"
	eventv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/event/v1"
	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
	webhookv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/webhook/v1"
)

// Client has the generated clients of one server's services. It is safe for use by several
// goroutines at once.
type Client struct {
	// Registry registers, uploads, looks up and changes models.
	Registry registryv1.RegistryServiceClient
	// Events reads the log of events.
	Events eventv1.EventServiceClient
	// Webhooks says where events are sent.
	Webhooks webhookv1.WebhookServiceClient
	// Access says who may call, and what.
	Access accessv1.AccessServiceClient

	conn  grpc.ClientConnInterface
	close func() error
	// life ends with Close, for what waits without a call that the connection would end.
	life context.Context
	end  context.CancelFunc
}

// NewClient creates a client of the server at address, a "host:port" such as "127.0.0.1:50051".
// It connects when the first call is made: in plaintext where the host is a loopback address, and
// with TLS and the roots that the system trusts anywhere else. Close ends it.
//
// Calls through it end after [DefaultTimeout] where their context has no deadline. Calls that may
// be repeated are, while the server is unavailable or full: see [WithoutRetries].
func NewClient(address string, options ...Option) (*Client, error) {
	settings := settings{timeout: DefaultTimeout, retries: true, keepAlive: defaultKeepAlive}
	for _, option := range options {
		option(&settings)
	}
	dialOptions, err := settings.dialOptions(address)
	if err != nil {
		return nil, err
	}
	conn, err := grpc.NewClient("dns:///"+address, dialOptions...)
	if err != nil {
		return nil, err
	}
	client := NewClientOf(conn)
	client.close = conn.Close
	return client, nil
}

// NewClientOf creates a client that calls through a connection of the caller's own, as it is:
// without deadlines, request ids and repeats of this package. Close leaves the connection open.
func NewClientOf(conn grpc.ClientConnInterface) *Client {
	life, end := context.WithCancel(context.Background())
	return &Client{
		Registry: registryv1.NewRegistryServiceClient(conn),
		Events:   eventv1.NewEventServiceClient(conn),
		Webhooks: webhookv1.NewWebhookServiceClient(conn),
		Access:   accessv1.NewAccessServiceClient(conn),
		conn:     conn,
		life:     life,
		end:      end,
	}
}

// Close ends the watches and uploads that are under way, also those that wait to be tried again,
// and the connection that [NewClient] made, with all calls over it.
func (c *Client) Close() error {
	c.end()
	if c.close == nil {
		return nil
	}
	return c.close()
}

var errClosed = status.Error(codes.Canceled, "modelwire: the client is closed")

// untilClosed gives a context that Close ends too.
func (c *Client) untilClosed(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(c.life, cancel)
	return ctx, func() {
		stop()
		cancel()
	}
}
