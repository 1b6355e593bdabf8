"""Checks documents against JSON schemas: a JSON request on standard input, a list of problems out."""

import json
import sys

import jsonschema
import kubernetes_validate

# The oldest version of Kubernetes whose schemas are looked at; what is new since is not used.
KUBERNETES = "1.31"


def kubernetes(document):
    try:
        kubernetes_validate.validate(document, KUBERNETES, strict=True)
        return []
    except kubernetes_validate.ValidationError as error:
        return [f"{'.'.join(str(part) for part in error.path)}: {error.message}"]


def against(schema, document):
    validator = jsonschema.Draft201909Validator(schema)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


request = json.load(sys.stdin)
if "schema" in request:
    found = against(request["schema"], request["document"])
else:
    found = kubernetes(request["document"])
json.dump(found, sys.stdout)
