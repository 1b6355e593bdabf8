package modelwire

import (
	"errors"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/connectivity"
	"google.golang.org/grpc/status"

	registryv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/registry/v1"
)

const (
	errorDomain  = "modelwire"
	reasonPrefix = "ERROR_REASON_"
	// What is used up for longer is a quota: to wait for it is for people to decide.
	longestFull = time.Minute
)

// ErrorFacts is what an error of Modelwire says, for programs.
type ErrorFacts struct {
	// Code of gRPC.
	Code codes.Code
	// Message for people: its words may change.
	Message string
	// Reason why the call failed; ERROR_REASON_UNSPECIFIED for one that this copy of the contract
	// does not know.
	Reason registryv1.ErrorReason
	// ReasonName is the reason as the server said it, such as "MODEL_NOT_FOUND".
	ReasonName string
	// Metadata is what the contract says of the reason.
	Metadata map[string]string
	// FieldViolations has every field that is wrong, for ERROR_REASON_INVALID_FIELD.
	FieldViolations []FieldViolation
	// MayRetry says that the server asks for a repeat, after RetryDelay: it is unavailable, or full
	// (ResourceExhausted) for no longer than a minute.
	MayRetry bool
	// RetryDelay is how long the server says to wait; 0 where it says nothing.
	RetryDelay time.Duration
}

// FieldViolation is a field of a request that does not hold what it must.
type FieldViolation struct {
	// Field is its path, such as "metrics[0].value".
	Field string
	// Description says what would be right.
	Description string
}

// FactsOf reads what an error says, also one that is wrapped. It gives false where the error is not
// of Modelwire, such as one of the network.
func FactsOf(err error) (ErrorFacts, bool) {
	said, ok := statusOf(err)
	if !ok {
		return ErrorFacts{}, false
	}
	facts := ErrorFacts{Code: said.Code(), Message: said.Message()}
	found := false
	for _, detail := range said.Details() {
		switch detail := detail.(type) {
		case *errdetails.ErrorInfo:
			if found || detail.GetDomain() != errorDomain {
				continue
			}
			found = true
			facts.ReasonName = detail.GetReason()
			facts.Metadata = detail.GetMetadata()
			value := registryv1.ErrorReason_value[reasonPrefix+detail.GetReason()]
			facts.Reason = registryv1.ErrorReason(value)
		case *errdetails.BadRequest:
			for _, violation := range detail.GetFieldViolations() {
				facts.FieldViolations = append(facts.FieldViolations, FieldViolation{
					Field:       violation.GetField(),
					Description: violation.GetDescription(),
				})
			}
		case *errdetails.RetryInfo:
			facts.RetryDelay = detail.GetRetryDelay().AsDuration()
			facts.MayRetry = facts.Code == codes.Unavailable ||
				facts.Code == codes.ResourceExhausted && facts.RetryDelay <= longestFull
		}
	}
	return facts, found
}

// ReasonOf gives the reason of an error: ERROR_REASON_UNSPECIFIED where the error is not of
// Modelwire, or has a reason that this copy of the contract does not know.
func ReasonOf(err error) registryv1.ErrorReason {
	facts, _ := FactsOf(err)
	return facts.Reason
}

// askedDelay gives the time after which the server wants the call to be repeated.
func askedDelay(err error) (time.Duration, bool) {
	facts, _ := FactsOf(err)
	return facts.RetryDelay, facts.MayRetry
}

// isLoss tells a loss of the connection, or of the server behind it, from an answer, and from the
// end of the connection on this side, after which nothing is to be begun anew.
func (c *Client) isLoss(err error) bool {
	conn, tells := c.conn.(interface{ GetState() connectivity.State })
	return breaksOff(err) && !(tells && conn.GetState() == connectivity.Shutdown)
}

func breaksOff(err error) bool {
	if _, asked := askedDelay(err); asked {
		return true
	}
	if _, answered := FactsOf(err); answered {
		return false
	}
	said, ok := statusOf(err)
	if !ok {
		return false
	}
	switch said.Code() {
	case codes.Unavailable, codes.Internal, codes.Unknown, codes.Canceled:
		// A proxy or a server that goes away can reset a stream, which gRPC tells with any of them.
		return true
	default:
		return false
	}
}

func statusOf(err error) (*status.Status, bool) {
	var carrier interface{ GRPCStatus() *status.Status }
	if !errors.As(err, &carrier) {
		return nil, false
	}
	said := carrier.GRPCStatus()
	return said, said != nil
}
