"""Search by words, digits and misspelt words."""

from __future__ import annotations

import pytest

from httpcodes_explained import Registry, UnknownCodeError, codes, lookup, search


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("too many requests", "429"),
        ("Payload Too Large", "413"),
        ("request entity too large", "413"),
        ("orgin unreachable", "cloudflare:523"),
        ("origin is unreachable", "cloudflare:523"),
        ("523", "cloudflare:523"),
        ("nginx 499", "nginx:499"),
        ("client closed request", "nginx:499"),
        ("esri token required", "esri:499"),
        ("teapot", "418"),
        ("cloudflare ssl handshake", "cloudflare:525"),
        ("page expired", "laravel:419"),
        ("overloaded anthropic", "anthropic:529"),
        ("request denied", "linkedin:999"),
        ("bad gatway", "502"),
        ("not found", "404"),
        ("the not found", "404"),
        ("it is", None),
        ("zzzzqqqq", None),
        ("", None),
        ("!?", None),
    ],
)
def test_what_is_found_first(text: str, expected: str | None) -> None:
    """Words, former names, digits and typos find what they are meant to."""
    found = search(text)

    if expected is None:
        assert len(found) <= 10
    else:
        assert expected == found[0].id


def test_every_record_is_found_by_its_name() -> None:
    """Number, sub-code and name of a record find it within the first five."""
    for record in codes(subcodes=True):
        words = f"{record.code} {record.subcode or ''} {record.name} {record.vendor.name}"
        assert record in search(words, limit=5), record.id


def test_limit_and_vendor() -> None:
    """limit= cuts, vendor= filters."""
    assert 3 == len(search("server", limit=3))
    assert {"nginx"} == {record.vendor.id for record in search("server closed", vendor="nginx")}
    assert () == search("server", limit=0)
    with pytest.raises(UnknownCodeError):
        search("server", vendor="ngimx")


def test_long_text_is_cut() -> None:
    """A megabyte of text is searched by its beginning."""
    assert "404" == search("not found " + "x" * 1_000_000)[0].id


def test_a_registry_has_its_own_index() -> None:
    """Two registries do not share what they find."""
    own = Registry.default().extended([])

    assert [record.id for record in own.search("not found")] == [record.id for record in search("not found")]
    assert lookup(404) == own.search("404")[0]


def test_words_too_short_or_numbers_have_no_nearest() -> None:
    """A number that nobody defined, and a word of three letters, are not taken for others."""
    assert () == search("471 zqx")
