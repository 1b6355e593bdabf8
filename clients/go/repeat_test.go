package modelwire

import (
	"context"
	"net"
	"testing"
	"time"

	"github.com/google/uuid"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
	webhookv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/webhook/v1"
)

// failing answers each call with the next of its failures, and then with success.
type failing struct {
	registryv1.UnimplementedRegistryServiceServer
	failures   []error
	calls      int
	requestIDs []string
	requests   []*registryv1.RegisterBaselineRequest
}

func (f *failing) next() error {
	f.calls++
	if f.calls > len(f.failures) {
		return nil
	}
	return f.failures[f.calls-1]
}

func (f *failing) GetModelByUuid(
	context.Context, *registryv1.GetModelByUuidRequest,
) (*registryv1.GetModelByUuidResponse, error) {
	return &registryv1.GetModelByUuidResponse{}, f.next()
}

func (f *failing) RegisterBaseline(
	_ context.Context, request *registryv1.RegisterBaselineRequest,
) (*registryv1.RegisterBaselineResponse, error) {
	f.requestIDs = append(f.requestIDs, request.GetRequestId())
	f.requests = append(f.requests, request)
	return &registryv1.RegisterBaselineResponse{}, f.next()
}

// tester fails every test of an endpoint, which the contract does not declare idempotent.
type tester struct {
	webhookv1.UnimplementedWebhookServiceServer
	calls int
}

func (e *tester) TestEndpoint(
	context.Context, *webhookv1.TestEndpointRequest,
) (*webhookv1.TestEndpointResponse, error) {
	e.calls++
	return nil, busy(time.Millisecond)
}

func busy(delay time.Duration) error {
	return failure(codes.Unavailable, "MODEL_BUSY", retryAfter(delay))
}

func full(delay time.Duration) error {
	return failure(codes.ResourceExhausted, "SERVER_BUSY", retryAfter(delay))
}

func TestACallIsRepeatedWhileTheServerAsksForIt(t *testing.T) {
	registry := &failing{failures: []error{
		busy(time.Millisecond), busy(0), full(time.Millisecond), full(0), busy(time.Millisecond),
	}}
	client := newTestClient(t, startServer(t, services{registry: registry}).address)
	if err := lookUp(t.Context(), client); err != nil || registry.calls != 6 {
		t.Errorf("got %v after %d calls", err, registry.calls)
	}
}

func TestARegistrationIsRepeatedUnderOneRequestID(t *testing.T) {
	registry := &failing{failures: []error{busy(time.Millisecond), status.Error(codes.Unavailable, "")}}
	client := newTestClient(t, startServer(t, services{registry: registry}).address)
	request := &registryv1.RegisterBaselineRequest{
		ModelType: "ranking",
		Source:    &registryv1.RegisterBaselineRequest_MlflowUri{MlflowUri: "models:/m-1"},
		Tags:      map[string]string{"team": "sales"},
	}
	sent := proto.CloneOf(request)
	for range 2 {
		if _, err := client.Registry.RegisterBaseline(t.Context(), request); err != nil {
			t.Fatal(err)
		}
	}
	if !proto.Equal(request, sent) {
		t.Errorf("the caller's request became %v", request)
	}
	ids := registry.requestIDs
	if len(ids) != 4 || ids[0] != ids[1] || ids[1] != ids[2] || ids[2] == ids[3] {
		t.Fatalf("request ids: %q", ids)
	}
	if _, err := uuid.Parse(ids[0]); err != nil {
		t.Error(err)
	}
	arrived := registry.requests[0]
	arrived.RequestId = nil
	if !proto.Equal(arrived, sent) {
		t.Errorf("sent %v, arrived %v", sent, arrived)
	}
}

func TestARequestIDOfTheCallersOwnIsKept(t *testing.T) {
	registry := &failing{}
	client := newTestClient(t, startServer(t, services{registry: registry}).address)
	request := &registryv1.RegisterBaselineRequest{RequestId: proto.String("mine")}
	if _, err := client.Registry.RegisterBaseline(t.Context(), request); err != nil {
		t.Fatal(err)
	}
	if registry.requestIDs[0] != "mine" {
		t.Errorf("request ids: %q", registry.requestIDs)
	}
}

func TestAServerThatCannotBeReachedIsGivenUp(t *testing.T) {
	lost := status.Error(codes.Unavailable, "lost")
	registry := &failing{failures: []error{lost, lost, lost, lost, lost}}
	client := newTestClient(t, startServer(t, services{registry: registry}).address)
	if err := lookUp(t.Context(), client); status.Code(err) != codes.Unavailable || registry.calls != 4 {
		t.Errorf("got %v after %d calls", err, registry.calls)
	}
}

func TestACallReachesAServerThatComesBackWhileItIsRepeated(t *testing.T) {
	registry := &failing{}
	gone, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := gone.Addr().String()
	gone.Close()
	tries := 0
	countTries := func(
		ctx context.Context, method string, request, reply any,
		conn *grpc.ClientConn, invoke grpc.UnaryInvoker, options ...grpc.CallOption,
	) error {
		tries++
		err := invoke(ctx, method, request, reply, conn, options...)
		if tries == 1 {
			startServerAt(t, address, services{registry: registry})
		}
		return err
	}
	options := WithDialOptions(grpc.WithChainUnaryInterceptor(countTries))
	if err := lookUp(t.Context(), newTestClient(t, address, options)); err != nil || tries < 2 {
		t.Errorf("got %v after %d tries", err, tries)
	}
}

func TestACallIsNotRepeatedWhereThatIsNoUse(t *testing.T) {
	for name, first := range map[string]error{
		"longer than the deadline": busy(time.Hour),
		"not found":                failure(codes.NotFound, "MODEL_NOT_FOUND"),
		"too large":                failure(codes.ResourceExhausted, "MESSAGE_TOO_LARGE"),
		"full beyond the deadline": full(time.Minute),
	} {
		registry := &failing{failures: []error{first}}
		client := newTestClient(t, startServer(t, services{registry: registry}).address)
		err := lookUp(t.Context(), client)
		if ReasonOf(err) != ReasonOf(first) || registry.calls != 1 {
			t.Errorf("%s: got %v after %d calls", name, err, registry.calls)
		}
	}
	registry := &failing{failures: []error{busy(time.Millisecond)}}
	address := startServer(t, services{registry: registry}).address
	err := lookUp(t.Context(), newTestClient(t, address, WithoutRetries()))
	if status.Code(err) != codes.Unavailable || registry.calls != 1 {
		t.Errorf("without retries: got %v after %d calls", err, registry.calls)
	}
}

func TestTheContractSaysOfEachServiceWhatMayBeRepeated(t *testing.T) {
	for method, may := range map[string]bool{
		"/modelwire.registry.v1.RegistryService/RegisterBaseline":     true,
		"/modelwire.event.v1.EventService/GetEvent":                   true,
		"/modelwire.webhook.v1.WebhookService/ListEndpoints":          true,
		"/modelwire.access.v1.AccessService/WhoAmI":                   true,
		"/modelwire.webhook.v1.WebhookService/RotateEndpointSecret":   false,
		"/modelwire.registry.v1.RegistryService/NothingOfTheContract": false,
	} {
		if isRepeatable(method) != may {
			t.Errorf("%s: got %t", method, !may)
		}
	}
}

func TestWhatIsNotIdempotentIsCalledOnce(t *testing.T) {
	endpoints := &tester{}
	client := newTestClient(t, startServer(t, services{webhooks: endpoints}).address)
	_, err := client.Webhooks.TestEndpoint(t.Context(), &webhookv1.TestEndpointRequest{})
	if status.Code(err) != codes.Unavailable || endpoints.calls != 1 {
		t.Errorf("got %v after %d calls", err, endpoints.calls)
	}
}
