"""The generated enums."""

from __future__ import annotations

import enum
import json
import pickle
from http import HTTPStatus

import pytest

from httpcodes_explained import HttpStatus, codes, enums, lookup, vendors
from httpcodes_explained._status_enum import StatusEnum

MEMBERS = [member for name in enums.__all__ for member in getattr(enums, name)]


@pytest.mark.parametrize("name", HTTPStatus.__members__)
def test_it_stands_in_for_the_standard_librarys(name: str) -> None:
    """Every name of http.HTTPStatus, aliases too, is the same number and behaves as it does."""
    theirs, ours = HTTPStatus[name], HttpStatus[name]

    assert theirs == ours
    assert hash(theirs) == hash(ours)
    assert int(theirs) == int(ours)
    assert str(theirs) == str(ours)
    assert f"{theirs} {theirs:5d}" == f"{ours} {ours:5d}"
    assert json.dumps(theirs) == json.dumps(ours)
    assert ours is pickle.loads(pickle.dumps(ours))
    record = lookup(ours)
    assert theirs.phrase.lower() in {phrase.lower() for phrase in (record.name, *record.aliases)}
    assert (ours.phrase, ours.description) == (record.name, record.summary)


def test_names_are_those_of_rfc_9110() -> None:
    """The names of today are the members, former ones their aliases."""
    assert "CONTENT_TOO_LARGE" == HttpStatus.REQUEST_ENTITY_TOO_LARGE.name == HttpStatus(413).name
    assert "UNPROCESSABLE_CONTENT" == HttpStatus.UNPROCESSABLE_ENTITY.name
    assert "URI_TOO_LONG" == HttpStatus.REQUEST_URI_TOO_LONG.name
    assert "RANGE_NOT_SATISFIABLE" == HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.name
    assert 418 == HttpStatus.IM_A_TEAPOT


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: f"{type(member).__name__}.{member.name}")
def test_member_knows_its_record(member: StatusEnum) -> None:
    """A member's record is of its own vendor, and says the same of its class."""
    record = member.record

    assert (member.__vendor__, int(member)) == (record.vendor.id, record.code)
    assert (
        member.status_class,
        member.is_informational,
        member.is_success,
        member.is_redirection,
        member.is_client_error,
        member.is_server_error,
    ) == (
        record.status_class,
        record.is_informational,
        record.is_success,
        record.is_redirection,
        record.is_client_error,
        record.is_server_error,
    )


def test_each_vendor_with_status_codes_has_an_enum() -> None:
    """There is one enum per vendor, without a member lost to another of the same number."""
    classes = {getattr(enums, name).__vendor__: getattr(enums, name) for name in enums.__all__}

    assert {vendor.id for vendor in vendors() if codes(vendor=vendor.id)} == set(classes)
    for vendor, members in classes.items():
        assert issubclass(members, enum.IntEnum)
        assert {record.code for record in codes(vendor=vendor)} == set(map(int, members))
