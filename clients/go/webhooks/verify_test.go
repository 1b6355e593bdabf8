package webhooks

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"testing"
	"time"
)

// vectorFile says what every request comes to, for the clients of all languages.
const vectorFile = "../../webhook-vectors.json"

type vector struct {
	Name      string
	Secrets   []string
	Headers   map[string]string
	Body      string `json:"body_base64"`
	EventID   string `json:"event_id"`
	EventType string `json:"event_type"`
	Reason    Reason
}

type vectors struct {
	Now   int64
	Cases []vector
}

func readVectors(t *testing.T) vectors {
	t.Helper()
	text, err := os.ReadFile(vectorFile)
	if err != nil {
		t.Fatal(err)
	}
	var all vectors
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	if len(all.Cases) == 0 {
		t.Fatal("there are no vectors")
	}
	return all
}

func (v vector) body(t *testing.T) []byte {
	t.Helper()
	body, err := base64.StdEncoding.DecodeString(v.Body)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// header has the names as the vector spells them; net/http would have them in one case.
func (v vector) header() http.Header {
	header := http.Header{}
	for name, value := range v.Headers {
		header[name] = []string{value}
	}
	return header
}

func at(seconds int64) func() time.Time {
	return func() time.Time { return time.Unix(seconds, 999_000_000) }
}

func TestEveryVectorComesToWhatItSays(t *testing.T) {
	all := readVectors(t)
	for _, v := range all.Cases {
		t.Run(v.Name, func(t *testing.T) {
			event, err := Verify(v.header(), v.body(t), v.Secrets, &Options{Now: at(all.Now)})
			if v.Reason != "" {
				var refusal *Refusal
				if !errors.As(err, &refusal) || refusal.Reason != v.Reason || event != nil {
					t.Fatalf("got %v and %v, want %s", event, err, v.Reason)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if event.GetEventId() != v.EventID || event.GetType().String() != v.EventType {
				t.Errorf("got %v, want %s of %s", event, v.EventID, v.EventType)
			}
		})
	}
}

func TestHeadersAreFoundAsNetHTTPHasThem(t *testing.T) {
	all := readVectors(t)
	for _, v := range all.Cases[:2] {
		header := http.Header{}
		for name, value := range v.Headers {
			header.Set(name, value)
		}
		event, err := Verify(header, v.body(t), v.Secrets, &Options{Now: at(all.Now)})
		if err != nil || event.GetEventId() != v.EventID {
			t.Errorf("%s: got %v and %v", v.Name, event, err)
		}
	}
}

func TestARefusalKeepsItsCause(t *testing.T) {
	all := readVectors(t)
	for _, v := range all.Cases {
		if v.Name != "a body that is no JSON" {
			continue
		}
		_, err := Verify(v.header(), v.body(t), v.Secrets, &Options{Now: at(all.Now)})
		var cause *json.SyntaxError
		if !errors.As(err, &cause) {
			t.Errorf("got %v", err)
		}
		return
	}
	t.Fatal("there is no such vector")
}

func TestASecretThatIsNoneIsTheCallersError(t *testing.T) {
	all := readVectors(t)
	first := all.Cases[0]
	good := first.Secrets[0]
	for _, secrets := range [][]string{
		nil, {""}, {"whsec_"}, {"whsec_not base64"}, {"whsec_AQ"}, {good, "whsec_AQ=\n="}, {good + "\n"},
	} {
		_, err := Verify(first.header(), first.body(t), secrets, &Options{Now: at(all.Now)})
		var refusal *Refusal
		if err == nil || errors.As(err, &refusal) {
			t.Errorf("%q: got %v, want an error that is no refusal", secrets, err)
		}
	}
}

func TestTheClocksMayBeApartAsFarAsTheCallerSays(t *testing.T) {
	all := readVectors(t)
	first := all.Cases[0]
	for _, now := range []int64{all.Now - 1000, all.Now + 1000} {
		options := &Options{Now: at(now), Tolerance: 1000 * time.Second}
		if _, err := Verify(first.header(), first.body(t), first.Secrets, options); err != nil {
			t.Error(err)
		}
	}
}
