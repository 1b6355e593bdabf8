// Evaluates alert rules with Prometheus' own engine. It reads a Request from standard input and
// writes, for each of its cases, how many alerts the rule gives at the end of the hour.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/model/rulefmt"
	"github.com/prometheus/prometheus/promql"
	"github.com/prometheus/prometheus/promql/parser"
)

// Request says which rules are evaluated on what.
type Request struct {
	Rules string `json:"rules"`
	Cases []Case `json:"cases"`
}

// Case is a rule and the series that it finds.
type Case struct {
	Alert  string   `json:"alert"`
	Series []Series `json:"series"`
}

var hour = time.UnixMilli(stepMs * steps)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	var request Request
	if err := json.NewDecoder(os.Stdin).Decode(&request); err != nil {
		return err
	}
	grammar := parser.NewParser(parser.Options{})
	// It parses the expressions and the templates of the annotations too.
	groups, errs := rulefmt.ParseFile(request.Rules, false, model.UTF8Validation, grammar, slog.Default())
	if len(errs) > 0 {
		return fmt.Errorf("%v", errs)
	}
	expressions := map[string]string{}
	for _, group := range groups.Groups {
		for _, rule := range group.Rules {
			expressions[rule.Alert] = rule.Expr
		}
	}
	engine := promql.NewEngine(promql.EngineOpts{MaxSamples: 1e6, Timeout: time.Minute, Parser: grammar})
	counts := []int{}
	for _, one := range request.Cases {
		query, err := engine.NewInstantQuery(context.Background(), database{one.Series}, nil, expressions[one.Alert], hour)
		if err != nil {
			return fmt.Errorf("%s: %w", one.Alert, err)
		}
		vector, err := query.Exec(context.Background()).Vector()
		if err != nil {
			return fmt.Errorf("%s: %w", one.Alert, err)
		}
		counts = append(counts, len(vector))
	}
	return json.NewEncoder(os.Stdout).Encode(counts)
}
