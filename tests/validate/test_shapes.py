"""Every shape of the data stays silent on a correct graph and speaks on the error that is made for it."""

from __future__ import annotations

import pytest
from tests.validate import graphs

from migkg.model import Severity
from migkg.names import ID, expand, text_of, word
from migkg.validate import ENGINES, validate
from migkg.validate.shapes import local_name

SEEDS = graphs.seeds()
GROUPS = 5
"""The slow engine sees several errors at a time: each shape must be heard in one of the graphs."""


def speaking() -> list[str]:
    """The names of the shapes that have a message."""
    return sorted({local_name(s) for s, p, _ in graphs.shapes() if p == expand("sh:message")})


def test_every_shape_has_its_error() -> None:
    assert sorted(SEEDS) == speaking()


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_the_correct_graph_has_no_findings(engine: str) -> None:
    assert validate(graphs.triples(graphs.good()), graphs.shapes(), engine=engine) == []


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_the_error_is_found_where_it_was_made(name: str) -> None:
    seed = SEEDS[name]
    focus = seed["focus"] if seed["focus"] == "[]" else f"<{ID}{seed['focus']}>"
    found = validate(graphs.changed(seed["change"]), graphs.shapes())
    assert focus in {finding.focus for finding in found if finding.check == name}


@pytest.mark.parametrize("group", range(GROUPS))
def test_the_engines_find_the_same(group: int) -> None:
    # Not the blank node: a SPARQL constraint cannot be bound to it, and only one engine reports what it saw anyway.
    names = sorted(SEEDS.keys() - {"Named"})[group::GROUPS]
    data = graphs.changed(" ;\n".join(SEEDS[name]["change"] for name in names))
    fast, slow = (validate(data, graphs.shapes(), engine=engine) for engine in ("shifty", "pyshacl"))
    assert fast == slow
    assert fast == sorted(fast, key=lambda f: (f.focus, f.check, f.path, f.value))
    assert len({finding.check for finding in fast} & set(names)) > len(names) // 2


def test_findings_that_differ_in_the_constraint_alone_have_an_order() -> None:
    data = graphs.changed(SEEDS["ArticleIssued"]["change"])
    found = [f.constraint for f in validate(data, graphs.shapes()) if f.value == '"yesterday"']
    assert found == ["sh:OrConstraintComponent", "sh:PatternConstraintComponent"]


@pytest.mark.parametrize("predicate", ["sh:message", "mf:remedy"])
def test_messages_and_remedies_are_in_three_languages(predicate: str) -> None:
    spoken: dict[str, list[str]] = {name: [] for name in speaking()}
    for s, p, o in graphs.shapes():
        if p == expand(predicate):
            spoken[local_name(s)].append(o.rpartition("@")[2])
    assert {name: sorted(langs) for name, langs in spoken.items()} == {name: ["en", "es", "fr"] for name in spoken}


def test_a_finding_carries_severity_value_message_and_remedy() -> None:
    (finding,) = [f for f in validate(graphs.changed(SEEDS["Host"]["change"]), graphs.shapes()) if f.check == "Host"]
    assert finding.severity is Severity.VIOLATION
    assert finding.path == word("hasHost")
    assert finding.value == f"<{ID}city/sucre-bo>"
    assert [lang for lang, _ in finding.message] == ["en", "es", "fr"]
    assert dict(finding.message)["en"] == "A host is a state or an organisation."
    assert dict(finding.remedy)["es"].startswith("Una ciudad que acoge")


def test_severities_are_those_of_the_shapes() -> None:
    severities = {
        name: {f.severity for f in validate(graphs.changed(SEEDS[name]["change"]), graphs.shapes()) if f.check == name}
        for name in ("LabelLanguage", "MemberAndObserver", "Label")
    }
    assert severities == {
        "LabelLanguage": {Severity.WARNING},
        "MemberAndObserver": {Severity.INFO},
        "Label": {Severity.VIOLATION},
    }


def test_every_target_is_a_word_of_the_ontology() -> None:
    declared = {term for triple in graphs.triples(graphs.ontology()) for term in (triple[0],)}
    targets = {o for _, p, o in graphs.shapes() if p in {expand("sh:targetClass"), expand("sh:targetSubjectsOf")}}
    foreign = {expand("rdf:subject"), expand("rdf:object"), expand("rdf:predicate")}
    assert [text_of(term) for term in sorted(targets - declared - foreign)] == []
