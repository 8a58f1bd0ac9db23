"""`evaluate`: precision, recall and F1 of reading against gold tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from migkg.cli.options import Place, format_option, noise_options, say
from migkg.cli.output import Cell, write_rows

if TYPE_CHECKING:
    from migkg.api.evaluation import Measured
    from migkg.claim_table.figures import Figures

FOLDER = Place(exists=True, file_okay=False, path_type=Path)
BY = ("predicate", "lang", "genre", "article", "confidence")
_NOTHING = "–"
"""Stands in a table for a share of nothing."""
FILE = Place(exists=True, dir_okay=False, path_type=Path)


@click.command()
@noise_options
@format_option()
@click.option("--by", type=click.Choice(BY), default="predicate", show_default=True,
              help="What a line of the figures is about.")  # fmt: skip
@click.option("--errors", is_flag=True, help="List what was missed (-) and what was wrong (+), with its words.")
@click.option("--aliases", type=FILE, help="Other keys that count.  [default: aliases.tsv beside GOLD]")
@click.option("--index", type=FILE, help="The table with the articles' genres.  [default: index.tsv beside GOLD]")
@click.argument("gold", type=FOLDER)
@click.argument("articles", type=FOLDER)
def evaluate(  # noqa: PLR0913 - an argument for each option
    *, form: str, by: str, errors: bool, aliases: Path | None, index: Path | None, gold: Path, articles: Path
) -> None:
    """Compare the claims read from ARTICLES with the GOLD tables of the same names.

    Both are folders: ARTICLE.txt or .md, and ARTICLE.tsv. Beside GOLD may stand aliases.tsv, and index.tsv,
    whose columns id and genre tell --by genre what each article is; where nothing is said it is unknown.
    Where nothing is claimed, or nothing is in the gold, precision or recall is a dash in the table; other formats have
    1 there, with which the totals are computed.

    --by confidence tells whether confidence means what it says: of the claims of each tenth, the mean confidence
    and the share that is right.

    Example: migkg evaluate tests/gold/own/gold data/articles --by genre
    """
    from migkg.api.evaluation import evaluate as measure
    from migkg.api.evaluation import genres

    known = genres(gold, index) if by == "genre" else {}
    measured = measure(gold, articles, aliases)
    found = measured.evaluation
    if by == "confidence":
        _trusted(measured, form)
    else:
        groups = {
            "predicate": None,
            "lang": measured.languages,
            "genre": known,
            "article": {name: name for name in found.outcomes},
        }
        rows = [(name, *_figures(f, form)) for name, f in found.by(groups[by]).items()]
        write_rows((by, "gold", "precision", "recall", "f1"), rows, form)
    if errors:
        _errors(measured)
    total, (low, high) = found.total, found.interval()
    say(f"claims on articles that state nothing: {measured.silent}")
    say(
        f"articles {len(found.outcomes)}  P {total.precision:.3f}  R {total.recall:.3f}  F1 {total.f1:.3f}  "
        f"(95% {low:.3f} to {high:.3f})  mean F1 over predicates {found.mean_f1:.3f}"
    )


def _figures(found: Figures, form: str) -> tuple[Cell, ...]:
    """How many claims the gold has, precision, recall and F1; programs get 1 for a share of nothing, people a dash."""
    asked, claimed = found.hits + found.missed, found.hits + found.wrong
    hide = form == "table"
    precision: Cell = _NOTHING if hide and not claimed else _rounded(found.precision)
    recall: Cell = _NOTHING if hide and not asked else _rounded(found.recall)
    return asked, precision, recall, _rounded(found.f1)


def _rounded(number: float) -> float:
    return round(number, 3)


def _trusted(measured: Measured, form: str) -> None:
    """The reliability diagram, and how far confidence is from what is true."""
    from migkg.claim_table.reliability import calibration_error, reliability

    bins = reliability(measured.guesses)
    rows = [(f"{b.low:.1f} to {b.high:.1f}", b.claims, _rounded(b.said), _rounded(b.true)) for b in bins]
    write_rows(("confidence", "claims", "said", "true"), rows, form)
    say(f"expected calibration error {calibration_error(bins):.3f}")


def _errors(measured: Measured) -> None:
    for article, outcome in measured.evaluation.outcomes.items():
        for claim in outcome.missed:
            click.echo("\t".join(("-", article, *claim)))
        for claim in outcome.wrong:
            click.echo("\t".join(("+", article, *claim, measured.quotes.get((article, *claim), ""))))
