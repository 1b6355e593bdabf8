package modelwire

import (
	"google.golang.org/grpc"

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

	conn *grpc.ClientConn
}

// NewClient creates a client of the server at address, a "host:port" such as "127.0.0.1:50051".
// It connects when the first call is made: in plaintext where the host is a loopback address, and
// with TLS and the roots that the system trusts anywhere else. Close ends it.
//
// Calls through it end after [DefaultTimeout] where their context has no deadline. Calls that may
// be repeated are, while the server is unavailable: see [WithoutRetries].
func NewClient(address string, options ...Option) (*Client, error) {
	settings := settings{timeout: DefaultTimeout, retries: true}
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
	client.conn = conn
	return client, nil
}

// NewClientOf creates a client that calls through a connection of the caller's own, as it is:
// without deadlines, request ids and repeats of this package. Close leaves the connection open.
func NewClientOf(conn grpc.ClientConnInterface) *Client {
	return &Client{
		Registry: registryv1.NewRegistryServiceClient(conn),
		Events:   eventv1.NewEventServiceClient(conn),
		Webhooks: webhookv1.NewWebhookServiceClient(conn),
	}
}

// Close ends the calls that are under way, and the connection that [NewClient] made.
func (c *Client) Close() error {
	if c.conn == nil {
		return nil
	}
	return c.conn.Close()
}
