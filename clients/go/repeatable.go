package modelwire

import (
	"fmt"

	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/descriptorpb"

	accessv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/access/v1"
	eventv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/event/v1"
	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
	webhookv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/webhook/v1"
)

// repeatable has the methods that the contract declares to have no side effects, or none more when
// they are repeated, as gRPC names them.
var repeatable = findRepeatable(
	registryv1.File_modelwire_registry_v1_registry_service_proto,
	eventv1.File_modelwire_event_v1_event_service_proto,
	webhookv1.File_modelwire_webhook_v1_webhook_service_proto,
	accessv1.File_modelwire_access_v1_access_service_proto,
)

func isRepeatable(method string) bool { return repeatable[method] }

func findRepeatable(files ...protoreflect.FileDescriptor) map[string]bool {
	found := map[string]bool{}
	for _, file := range files {
		for i := range file.Services().Len() {
			service := file.Services().Get(i)
			for j := range service.Methods().Len() {
				method := service.Methods().Get(j)
				options, _ := method.Options().(*descriptorpb.MethodOptions)
				if options.GetIdempotencyLevel() != descriptorpb.MethodOptions_IDEMPOTENCY_UNKNOWN {
					found[fmt.Sprintf("/%s/%s", service.FullName(), method.Name())] = true
				}
			}
		}
	}
	return found
}
