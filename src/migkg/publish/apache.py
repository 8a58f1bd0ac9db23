"""Rules for Apache: how https://w3id.org/migkg/ finds the release, and how the release finds its documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migkg import names
from migkg.web import media, paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LANGUAGES = ("fr", "es")
_DEFAULT = "en"
_RDF = (media.JSONLD, media.NTRIPLES, media.RDFXML, media.TURTLE)
_TYPES = (*media.GRAPHS, media.NQUADS, media.TRIG, media.CSV)
_ENDINGS = "|".join(form.ending for form in _RDF)
_DESCRIBED = {
    "id/(.+)": "data/$1",
    "data/(.+)": "data/$1",
    "ontology(?:/.*)?": "ontology",
    "(?:dataset|catalog)": "metadata",
}
"""What has data in several formats -> where they lie, without their endings."""

_BASE = "%{ENV:BASE}"
_ROOT = ("RewriteCond %{REQUEST_URI}::$1 ^(.*?/)(.*)::\\2$", "RewriteRule ^(.*)$ - [E=BASE:%1]")
_SETTINGS = (
    "Options +FollowSymLinks -MultiViews -Indexes",
    "AddDefaultCharset utf-8",
    "DirectoryIndex index.html",
    "DirectorySlash Off",
    "RewriteOptions AllowNoSlash",
    'Header set Access-Control-Allow-Origin "*"',
    'Header append Vary "Accept, Accept-Language"',
    '<If "%{QUERY_STRING} =~ /^v=[0-9a-f]+$/">',
    'Header set Cache-Control "public, max-age=31536000, immutable"',
    "</If>",
    "AddType text/html .html",
    "AddType application/json .json",
    "<Files void>",
    "ForceType text/turtle",
    "</Files>",
)


def files(site: str, replaced: Mapping[str, str], gone: Iterable[str]) -> dict[str, str]:
    """Path in the release -> content: `.htaccess` for its own server, `w3id/.htaccess` for w3id.org.

    `site` is where the release lies, ending in a slash.
    """
    return {".htaccess": _own(replaced, gone), "w3id/.htaccess": _w3id(site)}


def _w3id(site: str) -> str:
    """Everything under w3id.org/migkg goes to the release, which negotiates."""
    lines = [
        "# Persistent identifiers of migkg: https://w3id.org/migkg/",
        "Options +FollowSymLinks",
        "RewriteEngine on",
        "# the one line to edit when the release moves",
        f"RewriteRule ^ - [E=SITE:{site}]",
        "# identifiers answer 303, for they name things and not documents",
        "RewriteRule ^id/(.+)$ %{ENV:SITE}id/$1 [R=303,L]",
        "RewriteRule ^graph/(.+)$ %{ENV:SITE}graph/$1 [R=303,L]",
        "RewriteRule ^(dataset|catalog)$ %{ENV:SITE}$1 [R=303,L]",
        "RewriteRule ^ontology(/.*)?$ %{ENV:SITE}ontology [R=303,L]",
        "RewriteRule ^(.*)$ %{ENV:SITE}$1 [R=302,L]",
    ]
    return "\n".join(lines) + "\n"


def _own(replaced: Mapping[str, str], gone: Iterable[str]) -> str:
    lines = [*_SETTINGS, *(f"AddType {form.type} .{form.ending}" for form in _TYPES), "AddType application/gzip .gz"]
    lines += ["RewriteEngine on", "# where this folder is seen from outside, wherever it lies", *_ROOT]
    lines += [f"RewriteRule ^(id|page|data)/{_pattern(address)}(\\..+)?$ - [G,L]" for address in sorted(gone)]
    lines += [
        f"RewriteRule ^(id|page|data)/{_pattern(old)}(\\.[a-z.]+)?$ {_BASE}$1/{paths.key_of(new)}$2 [R=301,L,NE]"
        for old, new in sorted(replaced.items())
    ]
    lines += [
        f"RewriteRule ^(id|page|data)/claim/(\\w+)/(?:quote|position)(\\.[a-z.]+)?$ {_BASE}$1/claim/$2$3 [R=303,L]",
        *_for_people("graph/(article/.+)", "page/$1"),
        *_for_people("(?:graph/.+|dataset|catalog)", "downloads"),
        f"RewriteRule ^graph/.+$ {_BASE}download/migkg.trig [R=303,L]",
        f"RewriteRule ^id/(.+)\\.({_ENDINGS})$ {_BASE}data/$1.$2 [R=303,L]",
        f"RewriteRule ^id/(.+)\\.html$ {_BASE}page/$1 [R=303,L]",
    ]
    for start, target in _DESCRIBED.items():
        lines += _negotiated(start, target)
    lines += [
        f"RewriteCond %{{REQUEST_URI}} !\\.({_ENDINGS})$",
        f"RewriteRule ^data/(.+)$ {_BASE}data/$1.ttl [R=303,L]",
        f"RewriteRule ^(?:dataset|catalog)$ {_BASE}metadata.ttl [R=303,L]",
    ]
    lines += [f"RewriteRule ^id/(.+)$ {_BASE}page/$1 [R=303,L]", f"RewriteRule ^ontology/.*$ {_BASE}ontology [R=303,L]"]
    lines += ["# a page without a language is given in the one that the reader prefers"]
    for lang in (*_LANGUAGES, _DEFAULT):
        if lang != _DEFAULT:
            lines.append(f"RewriteCond %{{HTTP:Accept-Language}} ^{lang} [NC]")
        lines.append(f"RewriteCond %{{REQUEST_FILENAME}}.{lang}.html -f")
        lines.append(f"RewriteRule ^(.+)$ $1.{lang}.html [L]")
    return "\n".join(lines) + "\n"


def _negotiated(start: str, target: str) -> list[str]:
    """Rules that send a client to the format that it accepts; a browser, which accepts HTML, passes by."""
    lines = []
    for form in _RDF:
        lines += [
            "RewriteCond %{HTTP_ACCEPT} !text/html",
            f"RewriteCond %{{HTTP_ACCEPT}} {re.escape(form.type)}",
            f"RewriteCond %{{REQUEST_URI}} !\\.({_ENDINGS}|html)$",
            f"RewriteRule ^{start}$ {_BASE}{target}.{form.ending} [R=303,L]",
        ]
    return lines


def _for_people(start: str, target: str) -> tuple[str, str]:
    """Rules that send a client that takes HTML to a page."""
    return "RewriteCond %{HTTP_ACCEPT} text/html", f"RewriteRule ^{start}$ {_BASE}{target} [R=303,L]"


def _pattern(address: str) -> str:
    """The key of a thing as the server sees it (decoded) in a regular expression."""
    return re.escape(paths.page(address).removeprefix("page/") or address.removeprefix(names.ID))
