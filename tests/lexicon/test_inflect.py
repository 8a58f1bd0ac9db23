"""Words in all their forms: endings by name, forms in their order, and what is refused."""

from __future__ import annotations

import re

import pytest
from tests import shipped

from migkg.errors import DataError
from migkg.lexicon import inflect

_ENDINGS = '[endings]\ns = ["", "s", "ed"]\n'


def test_a_stem_stands_for_itself_with_each_ending() -> None:
    found = inflect.classes(
        f'{_ENDINGS}[classes]\nhosting = ["co-host~s", "help~s out", "home to", "hosts"]\n', "en/acts.toml"
    )
    assert found == {
        "hosting": ("co-host", "co-hosts", "co-hosted", "help out", "helps out", "helped out", "home to", "hosts")
    }
    assert inflect.classes("", "en/acts.toml") == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f'{_ENDINGS}[classes]\nhosting = ["host~es"]\n', "'host~es' names endings that are not there"),
        ('[classes]\nhosting = ["host~s"]\n', "the endings are none"),
        ('[forms]\nhosting = ["host"]\n', "unknown table 'forms'"),
        ('[classes]\nhosting = "host"\n', "'hosting' is not a list of texts"),
        ("[endings]\ns = [1]\n", "'s' is not a list of texts"),
    ],
)
def test_what_is_wrong_is_named(text: str, message: str) -> None:
    with pytest.raises(DataError, match=re.escape("en/acts.toml")) as caught:
        inflect.classes(text, "en/acts.toml")
    assert message in f"{caught.value}"


def test_the_acts_of_all_languages_have_the_same_names() -> None:
    files = shipped.sources().languages
    acts = {code: set(inflect.classes(texts["acts.toml"], code)) for code, texts in files.items()}
    assert len({frozenset(names) for names in acts.values()}) == 1
    assert all(acts[code] <= set(language.classes) for code, language in shipped.rules().languages.items())
