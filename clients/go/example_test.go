package modelwire_test

import (
	"context"
	"crypto/x509"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

import (
	"google.golang.org/protobuf/proto"

	modelwire "github.com/modelwire/modelwire/clients/go"
	eventv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/event/v1"
	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
	"github.com/modelwire/modelwire/clients/go/webhooks"
)

var (
	ctx    = context.Background()
	client *modelwire.Client
	roots  *x509.CertPool
)

func ExampleNewClient() {
	client, err := modelwire.NewClient("127.0.0.1:50051")
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
}

func ExampleWithAPIKey() {
	client, err := modelwire.NewClient("registry.example.com:443",
		modelwire.WithAPIKey(os.Getenv("MODELWIRE_API_KEY")),
		modelwire.WithRoots(roots), // without it, the roots of the system
	)
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
}

func Example_register() {
	mlmodel, err := os.ReadFile("model/MLmodel")
	if err != nil {
		log.Fatal(err)
	}
	answer, err := client.Registry.RegisterBaseline(ctx, &registryv1.RegisterBaselineRequest{
		ModelType: "lead_scoring",
		Source: &registryv1.RegisterBaselineRequest_Package{Package: &registryv1.InlinePackage{
			Files: []*registryv1.InlineFile{{Path: "MLmodel", Content: mlmodel}},
		}},
		Metrics: map[string]float64{"auc": 0.91},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer.GetRegistration().GetModelId())
}

func ExampleClient_UploadPackage() {
	upload, err := client.UploadPackage(ctx, "model", nil)
	if err != nil {
		log.Fatal(err)
	}
	_, err = client.Registry.RegisterBaseline(ctx, &registryv1.RegisterBaselineRequest{
		ModelType: "lead_scoring",
		Source: &registryv1.RegisterBaselineRequest_UploadedPackage{
			UploadedPackage: &registryv1.UploadedPackage{UploadId: upload.GetUploadId()},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
}

func Example_lookUp() {
	found, err := client.Registry.GetModelByUuid(ctx, &registryv1.GetModelByUuidRequest{
		ModelUuid: "m-a650e1293baf4c179f40a7cae8623a06",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(found.GetRegistration().GetModelId())
}

func Example_inferSignature() {
	inferred, err := client.Registry.InferSignature(ctx, &registryv1.InferSignatureRequest{
		Input:  &registryv1.Example{Kind: &registryv1.Example_Json{Json: `[{"site_visits": 12}]`}},
		Output: &registryv1.Example{Kind: &registryv1.Example_Json{Json: "[0.87]"}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(inferred.GetSignature().GetText())
}

func ExampleFactsOf() {
	_, err := client.Registry.GetModelByUuid(ctx, &registryv1.GetModelByUuidRequest{ModelUuid: "m-0"})
	if facts, ok := modelwire.FactsOf(err); ok {
		switch facts.Reason {
		case registryv1.ErrorReason_ERROR_REASON_MODEL_NOT_FOUND:
			fmt.Println("there is no such model")
		case registryv1.ErrorReason_ERROR_REASON_INVALID_FIELD:
			for _, violation := range facts.FieldViolations {
				fmt.Println(violation.Field, violation.Description)
			}
		default:
			fmt.Println(facts.ReasonName, facts.Metadata)
		}
	}
}

func ExampleClient_WatchEvents() {
	request := &eventv1.WatchEventsRequest{
		Cursor: readCursor(),
		Filter: &eventv1.EventFilter{ModelName: proto.String("modelwire_lead_scoring_baseline")},
	}
	for watched, err := range client.WatchEvents(ctx, request, nil) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(watched.Event.GetType(), watched.Event.GetSequence())
		keepCursor(watched.Cursor)
	}
}

func readCursor() string { return "" }

func keepCursor(string) {}

func Example_verify() {
	http.HandleFunc("POST /hook", func(response http.ResponseWriter, request *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(response, request.Body, 16<<20))
		if err != nil {
			http.Error(response, err.Error(), http.StatusBadRequest)
			return
		}
		secrets := []string{os.Getenv("MODELWIRE_WEBHOOK_SECRET")}
		event, err := webhooks.Verify(request.Header, body, secrets, nil)
		if err != nil {
			http.Error(response, err.Error(), http.StatusUnauthorized)
			return
		}
		fmt.Println(event.GetEventId(), event.GetType())
		response.WriteHeader(http.StatusNoContent)
	})
}
