import re
from pathlib import Path
from textwrap import dedent

import pytest

PACKAGE = Path(__file__).parents[1]
README = (PACKAGE / "README.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"^```python\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
EXAMPLES = [
    [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
    for file in (PACKAGE / "examples").glob("*.py")
]


def test_there_are_snippets():
    assert SNIPPETS


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_each_part_of_a_snippet_is_in_an_example_that_runs(snippet):
    for part in dedent(snippet).strip().split("\n\n"):
        if part == "...":
            continue
        lines = [line.strip() for line in part.splitlines()]
        assert any(contains(example, lines) for example in EXAMPLES), part


def contains(example, lines):
    return any(example[i : i + len(lines)] == lines for i in range(len(example)))
