"""Runs blocks of Python as one program: a JSON text a line, each answered with what it printed."""

import contextlib
import io
import json
import sys
import traceback
import types

# What is defined on a page is pickled as that of a program.
program = types.ModuleType("__main__")
sys.modules["__main__"] = program

for line in sys.stdin:
    printed = io.StringIO()
    error = None
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(json.loads(line), "page", "exec"), program.__dict__)
        except Exception:
            error = traceback.format_exc()
    print(json.dumps({"output": printed.getvalue(), "error": error}), flush=True)
