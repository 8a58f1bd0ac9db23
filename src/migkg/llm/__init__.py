"""Claims proposed by a language model behind an OpenAI-compatible endpoint; whether they enter is decided elsewhere."""

from migkg.llm.asking import TIMEOUT, Endpoint
from migkg.llm.proposing import Model, propose

__all__ = ["TIMEOUT", "Endpoint", "Model", "propose"]
