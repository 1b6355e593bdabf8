package main

import (
	"context"

	"github.com/prometheus/prometheus/model/histogram"
	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/storage"
	"github.com/prometheus/prometheus/tsdb/chunkenc"
	"github.com/prometheus/prometheus/tsdb/chunks"
	"github.com/prometheus/prometheus/util/annotations"
)

// An hour of samples.
const (
	stepMs = 15_000
	steps  = 240
)

// Series has a value at each step: what it starts with, and what each step adds.
type Series struct {
	Labels map[string]string `json:"labels"`
	Start  float64           `json:"start"`
	Step   float64           `json:"step"`
}

type sample struct {
	t int64
	v float64
}

func (s sample) T() int64                      { return s.t }
func (s sample) ST() int64                     { return 0 }
func (s sample) F() float64                    { return s.v }
func (s sample) H() *histogram.Histogram       { return nil }
func (s sample) FH() *histogram.FloatHistogram { return nil }
func (s sample) Type() chunkenc.ValueType      { return chunkenc.ValFloat }
func (s sample) Copy() chunks.Sample           { return s }

// database answers the engine from series that are made up.
type database struct{ series []Series }

func (d database) Querier(int64, int64) (storage.Querier, error) { return d, nil }
func (d database) Close() error                                  { return nil }

func (d database) LabelValues(context.Context, string, *storage.LabelHints, ...*labels.Matcher) ([]string, annotations.Annotations, error) {
	return nil, nil, nil
}

func (d database) LabelNames(context.Context, *storage.LabelHints, ...*labels.Matcher) ([]string, annotations.Annotations, error) {
	return nil, nil, nil
}

func (d database) Select(_ context.Context, _ bool, hints *storage.SelectHints, matchers ...*labels.Matcher) storage.SeriesSet {
	found := &seriesSet{at: -1}
	for _, one := range d.series {
		own := labels.FromMap(one.Labels)
		if !matches(own, matchers) {
			continue
		}
		var samples []chunks.Sample
		for i := range int64(steps + 1) {
			if t := i * stepMs; t >= hints.Start && t <= hints.End {
				samples = append(samples, sample{t, one.Start + float64(i)*one.Step})
			}
		}
		found.series = append(found.series, storage.NewListSeries(own, samples))
	}
	return found
}

func matches(own labels.Labels, matchers []*labels.Matcher) bool {
	for _, matcher := range matchers {
		if !matcher.Matches(own.Get(matcher.Name)) {
			return false
		}
	}
	return true
}

type seriesSet struct {
	series []storage.Series
	at     int
}

func (s *seriesSet) Next() bool                        { s.at++; return s.at < len(s.series) }
func (s *seriesSet) At() storage.Series                { return s.series[s.at] }
func (s *seriesSet) Err() error                        { return nil }
func (s *seriesSet) Warnings() annotations.Annotations { return nil }
