"""What machines that harvest data need to know: DCAT-AP 3 for the files and the endpoint, VoID for the graph.

No blank nodes and no dates: the same graph gives the same description. The words are those of data/web.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migkg import __version__, names
from migkg.names import expand, iri, literal, text_of
from migkg.web import dumps, render
from migkg.web.lists import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from migkg.model import Term, Triple
    from migkg.store import Store
    from migkg.web.dumps import Dump
    from migkg.web.library import Library

LICENCE = iri("https://creativecommons.org/licenses/by/4.0/")
_EU = "http://publications.europa.eu/resource/authority/"
_THEMES = {"GOVE": "theme_governance", "INTR": "theme_international", "SOCI": "theme_population"}
_FILE_TYPES = {"turtle": "RDF_TURTLE", "ntriples": "RDF_N_TRIPLES", "jsonld": "JSON_LD", "rdfxml": "RDF_XML",
               "nquads": "RDF_N_QUADS", "trig": "RDF_TRIG", "csv": "CSV"}  # fmt: skip
_LANGUAGES = {"en": "ENG", "fr": "FRA", "es": "SPA", "pt": "POR"}
"""Languages of the dataset's texts; the catalogue speaks those of the pages."""
_ADMS = "http://purl.org/adms/licencetype"
_SPDX = "http://spdx.org/rdf/terms#"
_SHA256 = "https://spdx.org/rdf/terms#checksumAlgorithm_sha256"
"""With https: the shapes of DCAT-AP 3.0.1 want it so, though the vocabulary itself has http."""

_IANA = "https://www.iana.org/assignments/media-types/"
_SD = "http://www.w3.org/ns/sparql-service-description#"
_MATCHES = ("skos:exactMatch", "skos:closeMatch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A file as it lies in the release."""

    dump: Dump
    size: int
    sha256: str


def triples(library: Library, base: str, offers: Iterable[Offer] = ()) -> Iterator[Triple]:
    """The description of the catalogue, the dataset, its files and its endpoint under `base` (ending in a slash)."""
    known = {offer.dump.name: offer for offer in offers}
    yield from _catalogue(base)
    yield from _dataset(library, base)
    for dump in dumps.dumps():
        yield from _distribution(base, dump, known.get(dump.name))
    yield from _service(base)
    yield from _vocabulary_terms()
    yield from statistics(library, base)


def version(store: Store) -> str:
    """The version of a dataset: that of the software, and which graph it is."""
    return f"{__version__}+{store.manifest['content'][:12]}"


def dataset_node(base: str) -> Term:
    """The dataset as a thing."""
    return iri(f"{base}dataset")


def _catalogue(base: str) -> Iterator[Triple]:
    node, publisher = iri(f"{base}catalog"), iri(f"{base}about#publisher")
    yield node, expand("rdf:type"), expand("dcat:Catalog")
    yield from _words(node, "dcterms:title", "title")
    yield from _words(node, "dcterms:description", "description")
    yield node, expand("dcterms:publisher"), publisher
    yield node, expand("dcat:dataset"), dataset_node(base)
    yield node, expand("dcat:service"), iri(f"{base}sparql#service")
    yield node, expand("foaf:homepage"), iri(base)
    yield iri(base), expand("rdf:type"), expand("foaf:Document")
    yield node, expand("dcterms:license"), LICENCE
    yield node, expand("dcat:themeTaxonomy"), iri(f"{_EU}data-theme")
    spoken = [_LANGUAGES[lang] for lang in render.languages()]
    yield from ((node, expand("dcterms:language"), iri(f"{_EU}language/{code}")) for code in spoken)
    yield publisher, expand("rdf:type"), expand("foaf:Agent")
    yield from _words(publisher, "foaf:name", "publisher")


def _dataset(library: Library, base: str) -> Iterator[Triple]:
    node = dataset_node(base)
    for kind in ("dcat:Dataset", "void:Dataset"):
        yield node, expand("rdf:type"), expand(kind)
    yield from _words(node, "dcterms:title", "title")
    yield from _words(node, "dcterms:description", "description")
    yield from _subject(node, base)
    yield node, expand("dcterms:identifier"), literal(f"{base}dataset")
    yield node, expand("dcterms:license"), LICENCE
    yield node, expand("dcterms:accessRights"), iri(f"{_EU}access-right/PUBLIC")
    yield node, expand("dcat:version"), literal(version(library.store))
    yield node, expand("dcat:landingPage"), iri(base)
    yield node, expand("foaf:homepage"), iri(base)
    yield node, expand("foaf:page"), iri(f"{base}about")
    yield iri(f"{base}about"), expand("rdf:type"), expand("foaf:Document")
    yield from ((node, expand("dcterms:language"), iri(f"{_EU}language/{code}")) for code in _LANGUAGES.values())


def _subject(node: Term, base: str) -> Iterator[Triple]:
    """Keywords, themes and publisher: the same for the dataset and its endpoint."""
    for lang in render.languages():
        for word in render.texts()[lang]["dataset"]["keywords"].split("; "):
            yield node, expand("dcat:keyword"), literal(word, lang=lang)
    yield from ((node, expand("dcat:theme"), iri(f"{_EU}data-theme/{code}")) for code in _THEMES)
    yield node, expand("dcterms:publisher"), iri(f"{base}about#publisher")


def _distribution(base: str, dump: Dump, offer: Offer | None) -> Iterator[Triple]:
    node, file = iri(f"{base}dataset#{dump.name}"), iri(f"{base}{dumps.FOLDER}/{dump.name}")
    yield dataset_node(base), expand("dcat:distribution"), node
    yield node, expand("rdf:type"), expand("dcat:Distribution")
    for lang in render.languages():
        words = render.texts()[lang]["dataset"][dump.edition]
        yield node, expand("dcterms:title"), literal(f"{dump.name}: {words}", lang=lang)
        yield node, expand("dcterms:description"), literal(words, lang=lang)
    yield node, expand("dcat:accessURL"), iri(f"{base}downloads")
    yield node, expand("dcat:downloadURL"), file
    yield node, expand("dcat:mediaType"), iri(_IANA + dump.form.type)
    yield iri(_IANA + dump.form.type), expand("rdf:type"), expand("dcterms:MediaType")
    yield node, expand("dcterms:format"), iri(f"{_EU}file-type/{_FILE_TYPES[dump.form.name]}")
    yield node, expand("dcterms:license"), LICENCE
    yield node, iri("http://data.europa.eu/r5r/availability"), iri(f"{_EU}planned-availability/STABLE")
    if dump.edition == "evidence":
        yield dataset_node(base), expand("void:dataDump"), file
    if offer:
        yield node, expand("dcat:byteSize"), literal(str(offer.size), datatype="xsd:nonNegativeInteger")
        checksum = iri(f"{text_of(node)}.sha256")
        yield node, iri(f"{_SPDX}checksum"), checksum
        yield checksum, expand("rdf:type"), iri(f"{_SPDX}Checksum")
        yield checksum, iri(f"{_SPDX}algorithm"), iri(_SHA256)
        yield iri(_SHA256), expand("rdf:type"), iri(f"{_SPDX}ChecksumAlgorithm")
        yield checksum, iri(f"{_SPDX}checksumValue"), literal(offer.sha256.upper(), datatype="xsd:hexBinary")


def _service(base: str) -> Iterator[Triple]:
    node = iri(f"{base}sparql#service")
    for kind in (expand("dcat:DataService"), iri(f"{_SD}Service")):
        yield node, expand("rdf:type"), kind
    yield from _words(node, "dcterms:title", "service")
    yield node, expand("dcat:endpointURL"), iri(f"{base}sparql")
    yield node, iri(f"{_SD}endpoint"), iri(f"{base}sparql")
    yield node, expand("dcat:endpointDescription"), iri(f"{base}sparql")
    yield node, expand("dcat:servesDataset"), dataset_node(base)
    yield from _subject(node, base)
    yield node, expand("dcterms:license"), LICENCE
    yield node, expand("dcterms:conformsTo"), iri("https://www.w3.org/TR/sparql11-protocol/")
    yield iri("https://www.w3.org/TR/sparql11-protocol/"), expand("rdf:type"), expand("dcterms:Standard")
    yield node, expand("dcterms:accessRights"), iri(f"{_EU}access-right/PUBLIC")


def _vocabulary_terms() -> Iterator[Triple]:
    """What is needed of the vocabularies of others to check the description without fetching them."""
    yield iri(f"{_EU}data-theme"), expand("rdf:type"), expand("skos:ConceptScheme")
    yield from _words(iri(f"{_EU}data-theme"), "dcterms:title", "themes")
    for code, key in _THEMES.items():
        yield from _concept(iri(f"{_EU}data-theme/{code}"), iri(f"{_EU}data-theme"), key)
    yield from _concept(iri(f"{_EU}planned-availability/STABLE"), iri(f"{_EU}planned-availability"), "stable")
    yield from _concept(iri(f"{_ADMS}/Attribution"), iri(f"{_ADMS}/1.0"), "attribution")
    for code in _LANGUAGES.values():
        yield iri(f"{_EU}language/{code}"), expand("rdf:type"), expand("dcterms:LinguisticSystem")
        yield iri(f"{_EU}language/{code}"), expand("skos:inScheme"), iri(f"{_EU}language")
    for code in _FILE_TYPES.values():
        yield iri(f"{_EU}file-type/{code}"), expand("rdf:type"), expand("dcterms:MediaTypeOrExtent")
        yield iri(f"{_EU}file-type/{code}"), expand("skos:inScheme"), iri(f"{_EU}file-type")
    yield iri(f"{_EU}access-right/PUBLIC"), expand("rdf:type"), expand("dcterms:RightsStatement")
    yield iri(f"{_EU}access-right/PUBLIC"), expand("skos:inScheme"), iri(f"{_EU}access-right")
    yield LICENCE, expand("rdf:type"), expand("dcterms:LicenseDocument")
    yield from _words(LICENCE, "dcterms:title", "license")
    yield LICENCE, expand("dcterms:type"), iri(f"{_ADMS}/Attribution")


def _concept(node: Term, scheme: Term, key: str) -> Iterator[Triple]:
    yield node, expand("rdf:type"), expand("skos:Concept")
    yield from _words(node, "skos:prefLabel", key)
    yield node, expand("skos:inScheme"), scheme


def statistics(library: Library, base: str) -> Iterator[Triple]:
    """VoID: sizes, partitions by class and property, links to other data, an example of each kind of thing."""
    node = dataset_node(base)
    count = library.kept("counts", node, lambda: _Counts(library))
    yield node, expand("void:uriSpace"), literal(names.ID)
    yield node, expand("void:sparqlEndpoint"), iri(f"{base}sparql")
    yield node, expand("void:feature"), iri("http://www.w3.org/ns/formats/Turtle")
    for vocabulary in sorted({names.MF, *(names.PREFIXES[p] for p in ("prov", "oa", "skos", "org", "foaf", "schema"))}):
        yield node, expand("void:vocabulary"), iri(vocabulary)
    for total, number in count.totals.items():
        yield node, expand(f"void:{total}"), _integer(number)
    for cls, number in sorted(count.classes.items()):
        yield from _partition(node, "classPartition", cls, {"class": cls, "entities": _integer(number)})
    for prop, number in sorted(count.properties.items()):
        yield from _partition(node, "propertyPartition", prop, {"property": prop, "triples": _integer(number)})
    for (curie, space), number in sorted(count.links.items()):
        yield from _linkset(node, base, curie, space, number)
    for name in KINDS.values():
        yield from ((node, expand("void:exampleResource"), thing) for thing in library.things(name)[:1])


class _Counts:
    """What is in the default graph, counted in one pass."""

    def __init__(self, library: Library) -> None:
        self.classes: Counter[Term] = Counter()
        self.properties: Counter[Term] = Counter()
        self.links: Counter[tuple[str, str]] = Counter()
        subjects, objects, entities = set(), set(), set()
        kind, matches = expand("rdf:type"), {expand(curie): curie for curie in _MATCHES}
        for s, p, o in library.store.triples():
            subjects.add(s)
            objects.add(o)
            self.properties[p] += 1
            if p == kind:
                self.classes[o] += 1
            if s.startswith(f"<{names.ID}"):
                entities.add(s)
            if p in matches and s in entities and o.startswith("<http"):
                self.links[matches[p], _space(o)] += 1
        self.totals: Mapping[str, int] = {
            "triples": self.properties.total(),
            "entities": len(entities),
            "distinctSubjects": len(subjects),
            "distinctObjects": len(objects),
            "properties": len(self.properties),
            "classes": len(self.classes),
        }


def _partition(node: Term, kind: str, of: Term, content: Mapping[str, Term]) -> Iterator[Triple]:
    part = iri(f"{text_of(node)}#{kind}/{names.shorten(of) if ':' in names.shorten(of)[:12] else text_of(of)}")
    yield node, expand(f"void:{kind}"), part
    yield from ((part, expand(f"void:{key}"), value) for key, value in content.items())


def _linkset(node: Term, base: str, curie: str, space: str, number: int) -> Iterator[Triple]:
    name = space.replace(":/", "").rstrip("/")
    links = iri(f"{text_of(node)}#links/{curie.partition(':')[2]}/{name}")
    yield node, expand("void:subset"), links
    yield links, expand("rdf:type"), expand("void:Linkset")
    yield links, expand("void:linkPredicate"), expand(curie)
    yield links, expand("void:subjectsTarget"), node
    yield links, expand("void:objectsTarget"), iri(f"{base}dataset#target/{name}")
    yield iri(f"{base}dataset#target/{name}"), expand("rdf:type"), expand("void:Dataset")
    yield iri(f"{base}dataset#target/{name}"), expand("void:uriSpace"), literal(space)
    yield links, expand("void:triples"), _integer(number)


def _words(node: Term, curie: str, key: str) -> Iterator[Triple]:
    for lang in render.languages():
        yield node, expand(curie), literal(render.texts()[lang]["dataset"][key], lang=lang)


def _integer(number: int) -> Term:
    return literal(str(number), datatype="xsd:integer")


def _space(term: Term) -> str:
    """What the addresses of a server begin with: scheme and host."""
    return "/".join([*text_of(term).split("/")[:3], ""])
