// Command receive takes webhooks at an address and prints each event:
//
//	MODELWIRE_WEBHOOK_SECRET=whsec_… go run ./examples/receive 127.0.0.1:9000
package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/modelwire/modelwire/clients/go/examples/receiver"
	eventv1 "github.com/modelwire/modelwire/clients/go/gen/modelwire/event/v1"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("expected an address, such as 127.0.0.1:9000")
	}
	listener, err := net.Listen("tcp", os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("receiving at http://%s/\n", listener.Addr())
	server := &http.Server{ReadTimeout: 30 * time.Second, Handler: &receiver.Receiver{
		Secrets: func() []string { return []string{os.Getenv("MODELWIRE_WEBHOOK_SECRET")} },
		Handle: func(event *eventv1.Event) error {
			_, err := fmt.Println(event.GetType(), event.GetModelName(), event.GetEventId())
			return err
		},
	}}
	log.Fatal(server.Serve(listener))
}
