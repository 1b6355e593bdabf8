"""Tells what becomes of a `modelwire.compat` registry in other processes, as a JSON text."""

import copy
import json
import multiprocessing
import os
import pickle

from modelwire.compat import HokusaiModelRegistry

NOBODY = "m-" + "0" * 32


def ask(registry, told):
    told.put(registry.get_model_by_uuid(NOBODY))


def main():
    registry = HokusaiModelRegistry(api_key="mw_of_an_argument")
    forking = multiprocessing.get_context("fork")
    told = forking.Queue()
    child = forking.Process(target=ask, args=(registry, told))
    child.start()
    answers = {"forked": told.get(timeout=60)}
    child.join(60)
    answers["ended with"] = child.exitcode

    answers["called"] = registry.get_model_by_uuid(NOBODY)
    pickled = pickle.dumps(registry)
    answers["has the key"] = b"mw_of_an_argument" in pickled
    answers["pickled"] = pickle.loads(pickled).get_model_by_uuid(NOBODY)
    copied = copy.deepcopy(registry)
    answers["copied"] = copied.get_model_by_uuid(NOBODY)
    answers["copied with the key"] = copied._api_key == "mw_of_an_argument"
    answers["one connection"] = registry.modelwire is registry.modelwire

    os.environ["MODELWIRE_GRPC"] = "nowhere"
    try:
        HokusaiModelRegistry()
    except ValueError as error:
        answers["no address"] = str(error)
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
