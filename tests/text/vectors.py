"""tests/vectors/*.json: cases that hold in Python and in the browser."""

import json
from pathlib import Path
from typing import Any

import pytest

VECTORS = Path(__file__).resolve().parent.parent / "vectors"


def read_vectors(name: str) -> list[dict[str, Any]]:
    """Each has `in`, `out` and `why`."""
    cases: list[dict[str, Any]] = json.loads((VECTORS / name).read_text(encoding="utf-8"))
    return cases


def vector_params(name: str) -> list[Any]:
    """(text, expected) for pytest.mark.parametrize, with the reason as id."""
    return [pytest.param(case["in"], case["out"], id=case["why"]) for case in read_vectors(name)]
