package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"strings"

	"connectrpc.com/connect"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/proto"

	modelwire "github.com/modelwire/modelwire/clients/go"
	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
	"github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1/registryv1connect"
)

const modelType = "go_tour"

// tour is where it goes, and what it has come by.
type tour struct {
	client     *modelwire.Client
	httpURL    string
	httpClient *http.Client
	apiKey     string
	directory  string
	// registered has what was registered, in order.
	registered []*registryv1.Registration
}

// registerInline registers a model whose files are in the request.
func (t *tour) registerInline(ctx context.Context) (string, error) {
	files, err := readFiles(t.directory)
	if err != nil {
		return "", err
	}
	return t.register(ctx, &registryv1.RegisterBaselineRequest{
		ModelType: modelType,
		Source: &registryv1.RegisterBaselineRequest_Package{
			Package: &registryv1.InlinePackage{Files: files},
		},
		Metrics: map[string]float64{"auc": 0.91},
	})
}

// uploadAndRegister registers a model whose files are streamed before.
func (t *tour) uploadAndRegister(ctx context.Context) (string, error) {
	var done, total int64
	upload, err := t.client.UploadPackage(ctx, t.directory, &modelwire.UploadOptions{
		OnProgress: func(doneBytes, totalBytes int64) { done, total = doneBytes, totalBytes },
	})
	if err != nil {
		return "", err
	}
	if done == 0 || done != total {
		return "", fmt.Errorf("%d of %d bytes went through", done, total)
	}
	return t.register(ctx, &registryv1.RegisterBaselineRequest{
		ModelType: modelType,
		Source: &registryv1.RegisterBaselineRequest_UploadedPackage{
			UploadedPackage: &registryv1.UploadedPackage{UploadId: upload.GetUploadId()},
		},
	})
}

func (t *tour) register(
	ctx context.Context, request *registryv1.RegisterBaselineRequest,
) (string, error) {
	answer, err := t.client.Registry.RegisterBaseline(ctx, request)
	if err != nil {
		return "", err
	}
	t.registered = append(t.registered, answer.GetRegistration())
	return answer.GetRegistration().GetModelId(), nil
}

// lookUp finds each model by its uuid.
func (t *tour) lookUp(ctx context.Context) (string, error) {
	var found []string
	for _, registration := range t.registered {
		uuid := registration.GetModelInfo().GetModelUuid()
		request := &registryv1.GetModelByUuidRequest{ModelUuid: uuid}
		answer, err := t.client.Registry.GetModelByUuid(ctx, request)
		if err != nil {
			return "", err
		}
		if answer.GetRegistration().GetModelId() != registration.GetModelId() {
			return "", fmt.Errorf("%s is %s", uuid, answer.GetRegistration().GetModelId())
		}
		found = append(found, uuid)
	}
	return strings.Join(found, ", "), nil
}

// lookUpOverConnect finds the last model with the client that speaks Connect over HTTP/1.1.
func (t *tour) lookUpOverConnect(ctx context.Context) (string, error) {
	last := t.registered[len(t.registered)-1]
	client := registryv1connect.NewRegistryServiceClient(t.httpClient, t.httpURL)
	request := connect.NewRequest(&registryv1.GetModelByUuidRequest{
		ModelUuid: last.GetModelInfo().GetModelUuid(),
	})
	if t.apiKey != "" {
		request.Header().Set("Authorization", "Bearer "+t.apiKey)
	}
	answer, err := client.GetModelByUuid(ctx, request)
	if err != nil {
		return "", err
	}
	if id := answer.Msg.GetRegistration().GetModelId(); id != last.GetModelId() {
		return "", fmt.Errorf("found %s", id)
	}
	return last.GetModelId(), nil
}

// fail provokes two failures, and reads the facts of each.
func (t *tour) fail(ctx context.Context) (string, error) {
	_, err := t.client.Registry.GetModelByUuid(ctx, &registryv1.GetModelByUuidRequest{
		ModelUuid: "m-" + strings.Repeat("0", 32),
	})
	missing, ok := modelwire.FactsOf(err)
	if !ok || missing.Code != codes.NotFound ||
		missing.Reason != registryv1.ErrorReason_ERROR_REASON_MODEL_NOT_FOUND {
		return "", fmt.Errorf("expected MODEL_NOT_FOUND, got %v", err)
	}
	_, err = t.client.Registry.RegisterBaseline(ctx, &registryv1.RegisterBaselineRequest{
		ModelType: "Go Tour",
		ModelName: proto.String("a/b"),
		Source:    &registryv1.RegisterBaselineRequest_MlflowUri{MlflowUri: "models:/m-0"},
	})
	invalid, ok := modelwire.FactsOf(err)
	if !ok || invalid.Reason != registryv1.ErrorReason_ERROR_REASON_INVALID_FIELD {
		return "", fmt.Errorf("expected INVALID_FIELD, got %v", err)
	}
	var fields []string
	for _, violation := range invalid.FieldViolations {
		fields = append(fields, violation.Field)
	}
	told := fmt.Sprintf("%s; %s of %s", missing.ReasonName, invalid.ReasonName, strings.Join(fields, ", "))
	if len(fields) < 2 {
		return "", errors.New(told)
	}
	return told, nil
}

// readFiles reads a directory into a request, which serves for small models.
func readFiles(directory string) ([]*registryv1.InlineFile, error) {
	var files []*registryv1.InlineFile
	folder := os.DirFS(directory)
	err := fs.WalkDir(folder, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		content, err := fs.ReadFile(folder, path)
		files = append(files, &registryv1.InlineFile{Path: path, Content: content})
		return err
	})
	return files, err
}
