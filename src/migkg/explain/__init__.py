"""Explanation: the shortest proof of a triple or a contradiction, and an independent judge of proofs."""

from migkg.explain.check import check
from migkg.explain.proof import ASSERTED, AXIOM, Proof
from migkg.explain.search import Prover, prove
from migkg.explain.source import Memory, Source
from migkg.explain.write import Writer

__all__ = ["ASSERTED", "AXIOM", "Memory", "Proof", "Prover", "Source", "Writer", "check", "prove"]
