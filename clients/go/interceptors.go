package modelwire

import (
	"context"
	"time"

	"github.com/google/uuid"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

const (
	// A server that asks for no pause must not be called in a tight loop.
	shortestWait = 100 * time.Millisecond
	// Tries of a call to a server that cannot be reached, which says nothing of when it will be.
	maxUnreachable = 4
)

// limitTime gives a deadline to calls that have none.
func limitTime(timeout time.Duration) grpc.UnaryClientInterceptor {
	return func(
		ctx context.Context, method string, request, reply any,
		conn *grpc.ClientConn, invoke grpc.UnaryInvoker, options ...grpc.CallOption,
	) error {
		if _, limited := ctx.Deadline(); limited {
			return invoke(ctx, method, request, reply, conn, options...)
		}
		ctx, cancel := context.WithTimeout(ctx, timeout)
		defer cancel()
		return invoke(ctx, method, request, reply, conn, options...)
	}
}

// fillRequestID gives a request its id where it has none, so that the server can tell a repeat from
// another call. The caller's own message stays as it is: used again, it is another call.
func fillRequestID(
	ctx context.Context, method string, request, reply any,
	conn *grpc.ClientConn, invoke grpc.UnaryInvoker, options ...grpc.CallOption,
) error {
	if message, ok := request.(proto.Message); ok {
		request = withRequestID(message)
	}
	return invoke(ctx, method, request, reply, conn, options...)
}

func withRequestID(message proto.Message) proto.Message {
	given := message.ProtoReflect()
	field := given.Descriptor().Fields().ByName("request_id")
	if field == nil || !field.HasOptionalKeyword() || given.Has(field) || !given.IsValid() {
		return message
	}
	// A copy of the outermost message alone: a package in it can be large.
	filled := given.New()
	given.Range(func(other protoreflect.FieldDescriptor, value protoreflect.Value) bool {
		filled.Set(other, value)
		return true
	})
	filled.SetUnknown(given.GetUnknown())
	filled.Set(field, protoreflect.ValueOfString(uuid.NewString()))
	return filled.Interface()
}

// repeatWhileUnavailable repeats calls that may be, also while the server is full and says when it
// will not be. gRPC's own retries wait as their configuration says, and never as long as
// google.rpc.RetryInfo asks for, so they do not serve here.
func repeatWhileUnavailable(
	ctx context.Context, method string, request, reply any,
	conn *grpc.ClientConn, invoke grpc.UnaryInvoker, options ...grpc.CallOption,
) error {
	unreachable := 0
	for {
		err := invoke(ctx, method, request, reply, conn, options...)
		wait, asked := askedDelay(err)
		if !asked && status.Code(err) != codes.Unavailable || !isRepeatable(method) {
			return err
		}
		if asked {
			wait = max(wait, shortestWait)
		} else {
			unreachable++
			if unreachable == maxUnreachable {
				return err
			}
			wait = backoff(shortestWait, unreachable)
		}
		deadline, limited := ctx.Deadline()
		if limited && time.Until(deadline) <= wait {
			// It says more than that the time is up.
			return err
		}
		if !sleep(ctx, wait) {
			return err
		}
	}
}
