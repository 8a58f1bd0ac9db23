"""Namespaces, CURIEs, and the only place that mints IRIs and literals.

The identifiers follow one scheme: `https://w3id.org/migkg/id/` + kind + `/` + key. A key of the claim
table (`edition:SACM/10`, `BO`, `org:IOM`, `person:Laura Thompson`) has exactly one IRI.
"""

from __future__ import annotations

import re
import unicodedata

from migkg.errors import DataError
from migkg.term import Term

MF = "https://w3id.org/migkg/ontology#"
ID = "https://w3id.org/migkg/id/"
GRAPH = "https://w3id.org/migkg/graph/"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

PREFIXES: dict[str, str] = {
    "mf": MF,
    "id": ID,
    "graph": GRAPH,
    "rdf": RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": XSD,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "vann": "http://purl.org/vocab/vann/",
    "wd": "http://www.wikidata.org/entity/",
}

MEETING_CLASSES = {
    "preparatory": "PreparatoryMeeting",
    "intersessional": "IntersessionalMeeting",
    "ministerial": "MinisterialMeeting",
    "senior-officials": "SeniorOfficialsMeeting",
    "technical": "TechnicalMeeting",
    "workshop": "Workshop",
}
"""Kind of a lesser meeting in the claim table -> class of the ontology."""

_PLAIN = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "ß": "ss",
    }
)
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
    "\x7f": "\\u007F",
}
_LANG = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*")
_KINDS = {
    "forum": "forum",
    "edition": "meeting",
    "meeting": "meeting",
    "event": "event",
    "session": "session",
    "org": "org",
    "person": "official",
    "city": "city",
    "state": "state",
    "document": "document",
    "post": "post",
    "tenure": "tenure",
    "membership": "membership",
}
SESSION_KINDS = frozenset(
    {
        "opening",
        "closing",
        "plenary",
        "round-table",
        "panel",
        "working-session",
        "ministerial-segment",
        "high-level-segment",
    }
)
"""What a session can be; its kind follows the key of its meeting in its own: `session:SACM/10/plenary/2`."""
FORMS = {"online": "OnlineForm", "in-person": "InPersonForm", "hybrid": "HybridForm"}
"""In which form a meeting can be held, and the concept of the ontology."""
_ISO2 = re.compile(r"[A-Z]{2}")
_UNQUOTED = "/+:-._~()"
"""What stands in a key, and in an IRI, as it is."""


def fold(text: str) -> str:
    """Lower-case ASCII words of a name, one space between: the form in which names are compared."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"[^\W_]+|\+", bare))


def slug(text: str) -> str:
    """The folded words of a name joined by hyphens, for the last part of an IRI."""
    return _quoted(fold(text).replace("+", "plus").replace(" ", "-"), "-")


def iri(text: str) -> Term:
    """An absolute IRI as a term."""
    if re.search(r'[\x00-\x20<>"{}|^`\\]', text):
        raise DataError(f"'{text}' is not an IRI", hint="percent-encode spaces and brackets")
    return Term(f"<{text}>")


def literal(text: str, *, datatype: str = "", lang: str = "") -> Term:
    """A literal as a term; `datatype` is an IRI or a CURIE of `PREFIXES`, `lang` a BCP 47 tag."""
    body = "".join(_ESCAPES.get(c) or (f"\\u{ord(c):04X}" if ord(c) < 0x20 else c) for c in text)
    if lang:
        tag = lang.lower()
        if not _LANG.fullmatch(tag):
            raise DataError(f"'{lang}' is not a language tag", hint="use a BCP 47 tag such as en, fr or es")
        return Term(f'"{body}"@{tag}')
    if not datatype or datatype in {"xsd:string", f"{XSD}string"}:
        return Term(f'"{body}"')
    return Term(f'"{body}"^^{expand(datatype)}')


def expand(curie: str) -> Term:
    """`mf:heldIn` (or a full IRI) as a term."""
    prefix, colon, local = curie.partition(":")
    if colon and prefix in PREFIXES and not local.startswith("//"):
        return iri(PREFIXES[prefix] + local)
    return iri(curie)


def shorten(term: str) -> str:
    """A term as people write it: a CURIE where a prefix fits, a literal's text, else the IRI."""
    if not term.startswith("<"):
        return text_of(term)
    address = term[1:-1]
    for prefix, base in PREFIXES.items():
        if address.startswith(base):
            return f"{prefix}:{address[len(base) :]}"
    return address


def text_of(term: str) -> str:
    """The lexical form of a literal or the address of an IRI, unescaped; a blank node as it is written."""
    if term.startswith("<"):
        return term[1:-1]
    if term.startswith("_:"):
        return term
    body = term[1 : term.rindex('"')]
    if "\\" not in body:
        return body
    return re.sub(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", _unescape, body)


def _unescape(match: re.Match[str]) -> str:
    code = match[1]
    if code[0] in "uU" and len(code) > 1:
        return chr(int(code[1:], 16))
    return {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}.get(code, code)


def _quoted(text: str, safe: str) -> str:
    from urllib.parse import quote  # three milliseconds: whoever asks a question mints no IRI

    return quote(text, safe=safe)


def word(local: str) -> Term:
    """A term of the migkg ontology: `word("heldIn")`."""
    return iri(MF + local)


def thing(kind: str, key: str) -> Term:
    """The IRI of a thing, `kind` being a folder of the identifier scheme (`claim`, `article`, `row` ...)."""
    return iri(f"{ID}{kind}/{_quoted(key, _UNQUOTED)}")


def graph(name: str) -> Term:
    """The IRI of a named graph: `graph("facts")`, `graph("article/fr-seed")`."""
    return iri(GRAPH + _quoted(name, _UNQUOTED))


def entity(key: str) -> Term:
    """The IRI of a key of the claim table; a bare ISO 3166-1 alpha-2 code is a state.

    Cities are keyed `city:NAME/ISO2`; `fuse` settles the country before a city is mapped.
    """
    if _ISO2.fullmatch(key):
        return thing("state", key)
    kind, colon, rest = key.partition(":")
    if not colon or kind not in _KINDS:
        raise DataError(
            f"'{key}' is not a key of the claim table",
            hint="write it as edition:CODE/N, forum:CODE, org:CODE, person:NAME or an ISO code",
        )
    if kind in {"person", "document", "event"}:
        return thing(_KINDS[kind], slug(rest))
    if kind == "city":
        name, _, country = rest.rpartition("/")
        return thing("city", slug(f"{name} {country}") if name else slug(rest))
    return thing(_KINDS[kind], rest)
