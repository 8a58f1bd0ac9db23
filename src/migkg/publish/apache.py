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
        "RewriteRule ^id/(.+)$ %{ENV:SITE}id/$1 [R=303,L,NE]",
        "RewriteRule ^graph/(.+)$ %{ENV:SITE}graph/$1 [R=303,L,NE]",
        "RewriteRule ^ontology(/.*)?$ %{ENV:SITE}ontology [R=303,L,NE]",
        "RewriteRule ^(.*)$ %{ENV:SITE}$1 [R=302,L,NE]",
    ]
    return "\n".join(lines) + "\n"


def _own(replaced: Mapping[str, str], gone: Iterable[str]) -> str:
    lines = ["Options +FollowSymLinks +MultiViews", "AddDefaultCharset utf-8"]
    lines += [f"AddType {form.type} .{form.ending}" for form in _TYPES]
    lines += ["AddLanguage en .en", "AddLanguage fr .fr", "AddLanguage es .es", "LanguagePriority en fr es"]
    lines += ["ForceLanguagePriority Prefer Fallback", "DirectoryIndex index.html"]
    lines += ['Header set Access-Control-Allow-Origin "*"', 'Header append Vary "Accept, Accept-Language"']
    lines += ["RewriteEngine on"]
    lines += [f"RewriteRule ^(id|page|data)/{_pattern(address)}(\\..+)?$ - [G,L]" for address in sorted(gone)]
    lines += [
        f"RewriteRule ^(id|page|data)/{_pattern(old)}(\\.[a-z.]+)?$ $1/{paths.key_of(new)}$2 [R=301,L,NE]"
        for old, new in sorted(replaced.items())
    ]
    lines += ["RewriteRule ^(id|page|data)/claim/([0-9a-f]+)/(?:quote|position)(\\.[a-z.]+)?$ $1/claim/$2$3 [R=303,L]"]
    for start, target in (("id/(.+)", "data/$1"), ("data/(.+)", "data/$1"), ("ontology(?:/.*)?", "ontology")):
        lines += _negotiated(start, target)
    lines += [f"RewriteCond %{{REQUEST_URI}} !\\.({'|'.join(form.ending for form in _RDF)})$"]
    lines += ["RewriteRule ^data/(.+)$ data/$1.ttl [R=303,L]"]
    for lang in _LANGUAGES:
        lines += [
            f"RewriteCond %{{HTTP:Accept-Language}} ^{lang} [NC]",
            f"RewriteRule ^id/(.+)$ page/$1.{lang}.html [R=303,L]",
        ]
    lines += [f"RewriteRule ^id/(.+)$ page/$1.{_DEFAULT}.html [R=303,L]"]
    return "\n".join(lines) + "\n"


def _negotiated(start: str, target: str) -> list[str]:
    """Rules that send a client to the format that it accepts; a browser, which accepts HTML, passes by."""
    lines = []
    for form in _RDF:
        lines += [
            "RewriteCond %{HTTP_ACCEPT} !text/html",
            f"RewriteCond %{{HTTP_ACCEPT}} {re.escape(form.type)}",
            f"RewriteCond %{{REQUEST_URI}} !\\.({'|'.join(f.ending for f in _RDF)}|html)$",
            f"RewriteRule ^{start}$ {target}.{form.ending} [R=303,L]",
        ]
    return lines


def _pattern(address: str) -> str:
    """The key of a thing as the server sees it (decoded) in a regular expression."""
    return re.escape(paths.page(address).removeprefix("page/") or address.removeprefix(names.ID))
