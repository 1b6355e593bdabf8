package modelwire

import "context"

// bearer sends an API key with every call.
type bearer struct {
	key      string
	needsTLS bool
}

// GetRequestMetadata gives the header, for gRPC.
func (b bearer) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"authorization": "Bearer " + b.key}, nil
}

// RequireTransportSecurity has gRPC refuse to send the key over a connection without TLS, except
// within the machine.
func (b bearer) RequireTransportSecurity() bool { return b.needsTLS }
