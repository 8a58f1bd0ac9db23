"""Reasoning: the closure of a graph under OWL 2 RL, with its contradictions."""

from migkg.reason.closure import Closure, close
from migkg.reason.incremental import Delta, Incremental, Match
from migkg.rules import Clash, Rules, compile

__all__ = ["Clash", "Closure", "Delta", "Incremental", "Match", "Rules", "close", "compile"]
