"""Who is who: persons by their names and posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.fuse.makers import row, said, settled

if TYPE_CHECKING:
    from migkg.model import Claim


def person(name: str, post: str) -> Claim:
    return said(f"person:{name}", "hasPosition", post)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Laura Thompson @ org:IOM", "Laura Thompson Chacón @ org:IOM", True),
        ("Laura Thompson @ org:IOM", "Laura Thompson Chacón @ CR", False),
        ("Laura Thompson @ org:IOM", "Laura Thomson @ org:IOM", True),
        ("Laura Thompson @ org:IOM", "Laura Thomson @ CR", False),
        ("William L. Swing @ org:IOM", "William Lacy Swing @ org:IOM", True),
        ("Brunson Mc Kinley @ org:IOM", "Brunson McKinley @ org:IOM", True),
        ("Ana Ruizmora @ PE", "Ana Ruiz Mora @ CL", False),
        ("José Peña @ PE", "JOSE PENA @ CL", True),
        ("Mario Rojas @ PE", "Maria Rojas @ PE", True),
        ("Swing @ org:IOM", "William Lacy Swing @ org:IOM", False),
        ("Juan Ruiz @ PE", "Juan Luis Mora @ PE", False),
        ("Peter Smith @ org:IOM", "Peter Smyth Jones @ org:IOM", False),
    ],
)
def test_names_of_one_person(one: str, other: str, same: bool) -> None:
    claims = [person(n.partition(" @ ")[0], f"Director @ {n.partition(' @ ')[2]}") for n in (one, other)]
    fusion = settled(*claims)
    assert (len(set(fusion.subjects.values())) == 1) is same
    assert bool(fusion.merges) is same


def test_a_given_name_that_differs_needs_the_same_post() -> None:
    fusion = settled(person("Mario Rojas", "Minister @ PE"), person("Maria Rojas", "Vice-Minister @ PE"))
    assert len(set(fusion.subjects.values())) == 2


def test_a_meeting_joins_a_short_name_to_the_long_one() -> None:
    first = said("edition:SACM/10", "hasSpeaker", "person:Juan Artola")
    second = said("edition:SACM/2010", "hasAttendee", "person:Juan Carlos Artola", by="a2")
    fusion = settled(first, second, row("edition:SACM/10", "year", "2010"))
    assert {f.object for f in fusion.facts if f.predicate != "year"} == {"person:Juan Carlos Artola"}
    assert {m.claims for m in fusion.merges if m.kept.startswith("person")} == {tuple(sorted((first.id, second.id)))}


def test_a_short_name_that_fits_two_people_joins_neither() -> None:
    names = ("Juan Pérez", "Juan Pérez Soto", "Juan Pérez Mora")
    fusion = settled(*(person(name, "Minister @ PE") for name in names))
    assert len(set(fusion.subjects.values())) == 3


def test_the_name_of_the_table_is_kept() -> None:
    table = row("person:Laura Thompson", "hasPosition", "Deputy Director General @ org:IOM")
    fusion = settled(table, person("Laura Thompson Chacón", "Directora @ org:IOM"))
    assert set(fusion.subjects.values()) == {"person:Laura Thompson"}
