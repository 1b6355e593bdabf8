package modelwire

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
)

func TestTheFactsOfAnErrorAreRead(t *testing.T) {
	violation := &errdetails.BadRequest_FieldViolation{Field: "model_type", Description: "expected …"}
	bad := &errdetails.BadRequest{FieldViolations: []*errdetails.BadRequest_FieldViolation{violation}}
	err := failure(codes.InvalidArgument, "INVALID_FIELD", bad)
	facts, ok := FactsOf(fmt.Errorf("while registering: %w", err))
	if !ok || facts.Code != codes.InvalidArgument || facts.Message != "it failed" || facts.MayRetry ||
		facts.Reason != registryv1.ErrorReason_ERROR_REASON_INVALID_FIELD ||
		facts.ReasonName != "INVALID_FIELD" ||
		!maps.Equal(facts.Metadata, map[string]string{"endpoint": "e"}) ||
		!slices.Equal(facts.FieldViolations, []FieldViolation{{"model_type", "expected …"}}) {
		t.Errorf("got %v, %+v", ok, facts)
	}
}

func TestTheDelayBeforeARepeatIsRead(t *testing.T) {
	facts, ok := FactsOf(busy(2500 * time.Millisecond))
	if !ok || !facts.MayRetry || facts.RetryDelay != 2500*time.Millisecond {
		t.Errorf("got %v, %+v", ok, facts)
	}
}

func TestAFullServerIsWorthARepeatForAMinute(t *testing.T) {
	for delay, worth := range map[time.Duration]bool{time.Minute: true, time.Minute + 1: false} {
		facts, _ := FactsOf(full(delay))
		if facts.MayRetry != worth || facts.RetryDelay != delay {
			t.Errorf("%s: got %+v", delay, facts)
		}
	}
	if facts, _ := FactsOf(failure(codes.NotFound, "MODEL_NOT_FOUND", retryAfter(0))); facts.MayRetry {
		t.Errorf("got %+v", facts)
	}
}

func TestAReasonThatIsNotKnownKeepsItsName(t *testing.T) {
	facts, ok := FactsOf(failure(codes.Aborted, "ADDED_LATER"))
	if !ok || facts.ReasonName != "ADDED_LATER" ||
		facts.Reason != registryv1.ErrorReason_ERROR_REASON_UNSPECIFIED {
		t.Errorf("got %v, %+v", ok, facts)
	}
}

func TestErrorsOfOthersHaveNoFacts(t *testing.T) {
	other, err := status.New(codes.NotFound, "").WithDetails(&errdetails.ErrorInfo{
		Domain: "example.com", Reason: "MODEL_NOT_FOUND",
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		nil, errors.New("x"), status.Error(codes.NotFound, ""), other.Err(),
	} {
		if facts, ok := FactsOf(err); ok {
			t.Errorf("%v has %+v", err, facts)
		}
		if reason := ReasonOf(err); reason != registryv1.ErrorReason_ERROR_REASON_UNSPECIFIED {
			t.Errorf("%v has %v", err, reason)
		}
	}
}
