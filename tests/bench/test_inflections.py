"""Forms of English words, by hand."""

import pytest

from tests.bench.inflections import find_families, find_kin, inflect


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("report", "report reports reported reporting"),
        ("displace", "displace displaces displaced displacing"),
        ("deny", "deny denies denied denying"),
        ("delay", "delay delays delayed delaying"),
        ("clash", "clash clashes clashed clashing"),
    ],
)
def test_inflect_makes_the_regular_forms(base: str, forms: str) -> None:
    assert set(inflect(base)) == set(forms.split())


def test_inflect_doubles_a_last_consonant_where_it_may_be() -> None:
    assert {"stopped", "stopping"} <= set(inflect("stop"))
    assert "reportted" not in set(inflect("report"))


def test_families_are_forms_that_are_there() -> None:
    words = ["displaced", "displacing", "displacement", "road", "rice", "ring", "red"]
    assert find_families(words) == {
        "displaced": {"displaced", "displacing"},
        "displacing": {"displaced", "displacing"},
    }
    assert find_kin(words)["displaced"] == {"displaced", "displacing", "displacement"}
    assert "rice" not in find_kin(words)
