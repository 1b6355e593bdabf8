// Package modelwire is a client of Modelwire, the model registry with a typed contract over MLflow.
//
// [NewClient] gives the generated gRPC clients of the four services, with deadlines, request ids
// and repeats where a repeat is safe. Three things are more than one call, and have a function:
// [Client.UploadPackage] uploads a directory and goes on where the connection broke,
// [Client.WatchEvents] watches events and goes on after the last one, and [FactsOf] reads what an
// error says. Webhooks are verified by the package webhooks.
//
// The messages are in the packages below gen, made from the contract, whose comments are their
// documentation. Beside the gRPC clients there are those of Connect, for whoever would rather call
// over HTTP/1.1: they are of connectrpc.com/connect, and nothing of this package is in their way.
package modelwire

// Version of this client, as in the tags of its module.
const Version = "v1.0.0-rc.5"
