"""Tests of SPARQL on times that are known to the year, the month or the day."""

from __future__ import annotations

from migkg import names


def lies(op: str, time: str, end: str) -> str:
    """A test on the days of a meeting; `end` sorts behind all days of the time."""
    match op:
        case ">=" | "<":
            return f"{'?notBefore' if op == '>=' else '?begunBy'} {op} {time}"
        case "<=" | ">":
            return f"{'?begunBy' if op == '<=' else '?notBefore'} {op} {end}"
        case _:
            return f"?begunBy <= {end} && ?lastsTo >= {time}"


def overlap(op: str, year: str) -> str:
    """A tenure touches the years that a bound allows; of months and days it is certain to."""
    size, bound = len(year), names.literal(year)
    since = f'SUBSTR(CONCAT(STR(?from), "~"), 1, {size})'
    until = f'SUBSTR(COALESCE(STR(?until), "9999"), 1, {size})'
    if op in {">=", ">"}:
        return f"FILTER ({until} {op} {bound})"
    if op in {"<=", "<"}:
        return f"FILTER ({since} {op} {bound})"
    return f"FILTER ({since} <= {bound} && {until} >= {bound})"
