"""Roman numbers."""

from __future__ import annotations

import re

import pytest

from migkg.roman import NUMBER, value

_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def test_each_number_has_its_letters() -> None:
    written = [tens + units for tens in _TENS for units in _UNITS]
    assert [value(letters) for letters in written] == list(range(100))
    assert all(re.fullmatch(NUMBER, letters) for letters in written)


@pytest.mark.parametrize("letters", ["IIII", "VX", "IC", "XXXX", "LL", "VIV", "CX"])
def test_what_is_no_number(letters: str) -> None:
    assert re.fullmatch(NUMBER, letters) is None
