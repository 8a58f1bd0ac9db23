"""`python -m migkg`, and the `migkg` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from migkg.cli import run

    run()


if __name__ == "__main__":
    main()
