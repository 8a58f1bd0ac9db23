"""The articles written for the project and their gold tables: form, evidence, balance, and no private data."""

from __future__ import annotations

import csv
import datetime
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from pathlib import Path

KEYS = ["id", "lang", "title", "published", "url"]
LANGUAGES = {"en", "fr", "es"}
FIRST_FORM = {"pt"}
GENRES = {
    "about-page", "agency", "agenda-invitation", "blog", "chair-handover", "declaration", "history-page", "meeting-report",
    "ministry-communique", "national-press", "negative", "ngo-newsletter", "opinion", "passing-mention", "press-release", "speech",
}  # fmt: skip
KINDS = "preparatory|intersessional|ministerial|technical|workshop|senior-officials"
CODE = r"[A-Z0-9][A-Z0-9+-]*"
SUBJECT = {
    "forum": re.compile(rf"forum:{CODE}"),
    "edition": re.compile(rf"edition:{CODE}/(\d{{1,3}}|(19|20)\d\d|x)"),
    "meeting": re.compile(rf"meeting:{CODE}/({KINDS})/(\d{{1,3}}|(19|20)\d\d|x)"),
    "event": re.compile(r"event:[a-z0-9-]+"),
    "person": re.compile(r"person:[^\W\d_][\w.' -]+"),
}
MEETING = {"edition", "meeting", "event"}
STATE, ORG, PERSON = r"[A-Z]{2}", r"org:[A-Z][A-Za-z0-9-]*", r"person:[^\W\d_][\w.' -]+"
DATE = r"((19|20)\d\d|-)-[01]\d-[0-3]\d"
PREDICATES: dict[str, tuple[set[str], str]] = {
    "ordinal": ({"edition", "meeting"}, r"[1-9]\d?"),
    "heldIn": (MEETING, r"[^\W\d_][\w.' -]+"),
    "heldInCountry": (MEETING, STATE),
    "year": (MEETING, r"(19|20)\d\d"),
    "startDate": (MEETING, DATE),
    "endDate": (MEETING, DATE),
    "hasParticipant": (MEETING, f"{STATE}|{ORG}"),
    "hasMember": ({"forum"}, STATE),
    "hasSecretariat": ({"forum"}, ORG),
    "hasHost": (MEETING, f"{STATE}|{ORG}"),
    "hasChair": (MEETING | {"forum"}, f"{STATE}|{ORG}|{PERSON}"),
    "hasSupporter": (MEETING | {"forum"}, f"{STATE}|{ORG}"),
    "hasSpeaker": (MEETING, PERSON),
    "hasAttendee": (MEETING, PERSON),
    "hasTheme": (MEETING, r"\S.+"),
    "adopted": (MEETING, r"\S.+"),
    "established": ({"forum"}, r"(19|20)\d\d"),
    "hasPosition": ({"person"}, rf"\S.* @ ({STATE}|{ORG}|forum:{CODE})"),
}
SOURCE_KEYS = {"editions": "edition_id", "forums": "code", "members": "forum_code", "participation": "edition_id",
               "officials": "name", "organisations": "code", "contradictions": "number"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """An article of ours: front matter, text, gold rows, row of the index."""

    id: str
    head: dict[str, object]
    text: str
    gold: list[list[str]]
    index: dict[str, str]


def collapse(text: str) -> str:
    return " ".join(text.split())


def table(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(
            csv.DictReader(
                file, delimiter=delimiter, quoting=csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
            )
        )


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]


@pytest.fixture(scope="module")
def gold_folder(top: Path) -> Path:
    return top / "tests" / "gold" / "own"


@pytest.fixture(scope="module")
def articles(top: Path, gold_folder: Path) -> list[Own]:
    index = {row["id"]: row for row in table(gold_folder / "index.tsv", "\t")}
    found = []
    for file in sorted((top / "data" / "articles").glob("*.md")):
        fence, head, text = re.split(r"^---\n", file.read_text(encoding="utf-8"), maxsplit=2, flags=re.MULTILINE)
        assert not fence, file.name
        gold = rows(gold_folder / "gold" / f"{file.stem}.tsv")
        found.append(Own(id=file.stem, head=yaml.safe_load(head), text=text, gold=gold, index=index[file.stem]))
    return found


def test_articles_index_and_gold_tables_are_the_same_set(articles: list[Own], gold_folder: Path) -> None:
    ids = {own.id for own in articles}
    assert ids == {path.stem for path in (gold_folder / "gold").glob("*.tsv")}
    assert ids == {row["id"] for row in table(gold_folder / "index.tsv", "\t")}


def test_front_matter_has_the_agreed_keys_and_values(articles: list[Own]) -> None:
    for own in articles:
        assert list(own.head) == [key for key in KEYS if key in own.head], own.id
        assert set(KEYS) - set(own.head) <= {"published"}, own.id
        assert own.head["id"] == own.id
        assert own.head["lang"] == own.id[:2] == own.index["lang"]
        assert own.head["lang"] in LANGUAGES | FIRST_FORM
        assert isinstance(own.head["title"], str)
        assert isinstance(own.head.get("published", datetime.date(2000, 1, 1)), datetime.date), own.id
        assert str(own.head["url"]).startswith(("http://", "https://")), own.id
        assert re.fullmatch(r"(en|fr|es|pt)-[a-z0-9-]+", own.id)


def test_every_evidence_is_short_and_stands_in_its_article(articles: list[Own]) -> None:
    strange = [
        row
        for own in articles
        for row in own.gold
        if not 0 < len(row[4]) <= 160 or row[4] != collapse(row[4]) or row[4] not in collapse(own.text)
    ]
    assert strange == []


def test_every_row_has_the_form_of_the_claim_table(articles: list[Own]) -> None:
    for own in articles:
        seen = Counter(tuple(row[1:4]) for row in own.gold)
        assert [claim for claim, times in seen.items() if times > 1] == [], own.id
        for row in own.gold:
            assert row[0] == own.id, row
            assert row[5:] in ([], ["optional"]), row
            kind = row[1].partition(":")[0]
            assert SUBJECT[kind].fullmatch(row[1]), row
            kinds, form = PREDICATES[row[2]]
            assert kind in kinds, row
            assert re.fullmatch(form, row[3]), row


def test_a_full_date_comes_with_its_year(articles: list[Own]) -> None:
    for own in articles:
        years = {(row[1], row[3]) for row in own.gold if row[2] == "year"}
        dated = {(row[1], row[3][:4]) for row in own.gold if row[2] in {"startDate", "endDate"} and row[3][0] != "-"}
        assert dated <= years, own.id


def test_there_are_enough_articles_of_every_language_forum_and_genre(articles: list[Own]) -> None:
    languages = Counter(own.index["lang"] for own in articles)
    forums = {code for own in articles for code in own.index["forums"].split(",")} - {"-"}
    assert len(articles) >= 60
    assert min(languages[lang] for lang in LANGUAGES) >= 20
    assert len(forums) >= 25
    assert {own.index["genre"] for own in articles} == GENRES
    assert sum(not own.gold for own in articles) >= 6
    assert sum("contradictions#" in own.index["source_rows"] for own in articles) >= 12


def test_the_forums_of_the_index_are_those_of_the_claims(articles: list[Own]) -> None:
    for own in articles:
        claimed = {
            row[1].partition(":")[2].partition("/")[0]
            for row in own.gold
            if row[1].startswith(("forum:", "edition:", "meeting:"))
        }
        assert claimed == set(own.index["forums"].split(",")) - {"-"}, own.id


def test_source_rows_are_rows_of_the_reference_tables(articles: list[Own], top: Path) -> None:
    reference = top / "data" / "reference"
    known = {
        name: {row[key] for row in table(reference / f"{name}.csv") if row.get("status") != "recalled"}
        for name, key in SOURCE_KEYS.items()
    }
    for own in articles:
        for source in own.index["source_rows"].split(";"):
            name, _, key = source.partition("#")
            assert key in known[name], (own.id, source)


def test_cities_and_persons_of_the_gold_are_those_of_the_reference_tables(articles: list[Own], top: Path) -> None:
    cities = {row["name_en"] for row in table(top / "data" / "reference" / "places.csv")}
    officials = {row["name"] for row in table(top / "data" / "reference" / "officials.csv")}
    claims = [row for own in articles for row in own.gold]
    assert {row[3] for row in claims if row[2] == "heldIn"} <= cities
    persons = {
        cell.removeprefix("person:") for row in claims for cell in (row[1], row[3]) if cell.startswith("person:")
    }
    assert persons <= officials


def test_contacts_are_invented_and_never_claimed(articles: list[Own]) -> None:
    for own in articles:
        addresses = re.findall(r"[\w.-]+@[\w.-]*\w", own.text)
        assert all(address.endswith("@example.org") for address in addresses), own.id
        for row in own.gold:
            assert not re.search(r"\S@|\b555\b|[Ee]xample|[Ee]xemple|[Ee]jemplo", "\t".join(row[1:5])), row


def test_aliases_name_articles_of_ours_and_claims_of_their_gold(articles: list[Own], gold_folder: Path) -> None:
    gold = {own.id: own.gold for own in articles}
    everywhere = [row for own in articles for row in own.gold]
    for alias in table(gold_folder / "aliases.tsv", "\t"):
        column = {"subject": 1, "object": 3}[alias["what"]]
        claims = everywhere if alias["article_id"] == "*" else gold[alias["article_id"]]
        assert alias["gold"] in {row[column] for row in claims}, alias
        assert alias["gold"] != alias["also_accepted"]
