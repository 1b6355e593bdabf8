package modelwire

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"time"

	"google.golang.org/grpc"
	connectbackoff "google.golang.org/grpc/backoff"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/keepalive"
)

// DefaultTimeout is how long a call may take, with its repeats, where neither its context nor
// [WithTimeout] says something else.
const DefaultTimeout = 30 * time.Second

// What is answered can be larger than what gRPC takes by itself, which is 4 MiB: a page of a list,
// or a model with all its metadata.
const maxAnswerBytes = 64 << 20

// A connection that died without a word would otherwise be found out by the operating system, after
// a quarter of an hour, and every call meanwhile would be made over it.
var defaultKeepAlive = keepalive.ClientParameters{Time: time.Minute, Timeout: 20 * time.Second}

// gRPC by itself tries to connect again after a second, and at last every two minutes: repeats
// within that time would fail without a try.
var connectParams = grpc.ConnectParams{
	Backoff: connectbackoff.Config{
		BaseDelay: shortestWait, Multiplier: 1.6, Jitter: 0.2, MaxDelay: longestWait,
	},
	MinConnectTimeout: 20 * time.Second,
}

// Option says how [NewClient] is to connect and to call.
type Option func(*settings)

type settings struct {
	tls       *tls.Config
	plaintext bool
	apiKey    string
	timeout   time.Duration
	retries   bool
	keepAlive keepalive.ClientParameters
	extra     []grpc.DialOption
}

// WithTLS connects with TLS, also to a loopback address. With nil, the system's roots are trusted.
func WithTLS(config *tls.Config) Option {
	return func(s *settings) {
		if config == nil {
			config = &tls.Config{MinVersion: tls.VersionTLS12}
		}
		s.tls = config
	}
}

// WithRoots connects with TLS, also to a loopback address, and trusts these authorities alone.
func WithRoots(roots *x509.CertPool) Option {
	return WithTLS(&tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12})
}

// WithPlaintext connects without TLS, also to an address that is not loopback: for networks that
// encrypt by themselves. It excludes [WithAPIKey] there, which others could read.
func WithPlaintext() Option {
	return func(s *settings) { s.plaintext = true }
}

// WithAPIKey sends a key with every call, as "authorization: Bearer <key>". An empty one is none.
func WithAPIKey(key string) Option {
	return func(s *settings) { s.apiKey = key }
}

// WithTimeout ends a unary call after some time where its context has no deadline; 0: never.
// Streams have none of their own.
func WithTimeout(timeout time.Duration) Option {
	return func(s *settings) { s.timeout = timeout }
}

// WithoutRetries makes every call once. Without it, unary calls that the contract declares
// idempotent are repeated while the server is unavailable: after the time that it asks for, until
// the deadline, and where it asks for none a few times within about a second. So they are while it
// is full, which is ResourceExhausted with a time to wait of up to a minute. What creates something
// is given a request id where it has none, so that it is made once however often it is sent.
func WithoutRetries() Option {
	return func(s *settings) { s.retries = false }
}

// WithDialOptions adds options of gRPC, such as interceptors and keep-alive, after those of this
// package.
func WithDialOptions(options ...grpc.DialOption) Option {
	return func(s *settings) { s.extra = append(s.extra, options...) }
}

func (s *settings) dialOptions(address string) ([]grpc.DialOption, error) {
	host, port, err := net.SplitHostPort(address)
	if err == nil && (host == "" || port == "") {
		err = fmt.Errorf("address %s: one of them is missing", address)
	}
	if err != nil {
		return nil, fmt.Errorf("modelwire: expected a host and a port, such as 127.0.0.1:50051: %w", err)
	}
	if s.plaintext && s.tls != nil {
		return nil, errors.New("modelwire: WithPlaintext excludes TLS")
	}
	loopback := isLoopback(host)
	plaintext := s.plaintext || s.tls == nil && loopback
	options := []grpc.DialOption{
		grpc.WithUserAgent("modelwire-go/" + Version),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxAnswerBytes)),
		grpc.WithKeepaliveParams(s.keepAlive),
		grpc.WithConnectParams(connectParams),
	}
	switch {
	case plaintext:
		options = append(options, grpc.WithTransportCredentials(insecure.NewCredentials()))
	case s.tls != nil:
		options = append(options, grpc.WithTransportCredentials(credentials.NewTLS(s.tls)))
	default:
		system := credentials.NewTLS(&tls.Config{MinVersion: tls.VersionTLS12})
		options = append(options, grpc.WithTransportCredentials(system))
	}
	if s.apiKey != "" {
		if plaintext && !loopback {
			return nil, fmt.Errorf("modelwire: an API key is not sent to %s without TLS", host)
		}
		if strings.ContainsFunc(s.apiKey, func(r rune) bool { return r < ' ' || r > '~' }) {
			// Such as a line end, where the key was read from a file. It must not get into a log.
			return nil, errors.New("modelwire: WithAPIKey: expected printable ASCII characters")
		}
		key := bearer{key: s.apiKey, needsTLS: !plaintext}
		options = append(options, grpc.WithPerRPCCredentials(key))
	}
	options = append(options, grpc.WithChainUnaryInterceptor(s.interceptors()...))
	return append(options, s.extra...), nil
}

func (s *settings) interceptors() []grpc.UnaryClientInterceptor {
	interceptors := []grpc.UnaryClientInterceptor{fillRequestID}
	if s.timeout > 0 {
		interceptors = append(interceptors, limitTime(s.timeout))
	}
	if s.retries {
		interceptors = append(interceptors, repeatWhileUnavailable)
	}
	return interceptors
}

func isLoopback(host string) bool {
	if host == "localhost" {
		return true
	}
	address, err := netip.ParseAddr(host)
	return err == nil && address.Unmap().IsLoopback()
}
