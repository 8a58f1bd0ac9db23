"""The words for persons and their posts in one language, as its tables have them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.lexicon.naming import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Persons:
    """Honorifics, titles, particles of names, and the words a portfolio is made of."""

    honorifics: Words
    titles: Words
    particles: Words
    links: Words
    portfolio: Words
    portfolio_endings: Words = ()
    """How common nouns and adjectives end, so that one before a given name is known for a word of a portfolio."""
    joiners: Words = ()
    not_names: Words = ()
    prefixes: Words = ()
    suffixes: Words = ()
    organs: Words = ()
    """Organs whose name is also that of their body and belongs to the title (`president of the Commission`)."""
    acts: Words = ()
    """What only a person does (`presided over`): they make a person of a name without a title before them."""
    agents: Words = ()
    """What leads to the name of a person (`chaired by`)."""
    copulas: Words = ()
    fronts: Words = ()
    """Words of a portfolio that stand before a title: `labour and trade minister`."""
    noun_links: Words = ()
    """Links behind which any noun may stand: `of`, `for the`."""
    units: Words = ()
    """Parts of a state or a body: ministry, department, delegation."""
    ministries: Words = ()
    """Units that stand for their state, whatever their acronym."""
    courtesy: Words = ()
    """Titles that serve as a form of address: `Ambassador`."""
    counterparts: Words = ()
    """Words for one who holds the same post elsewhere."""
    delegations: Words = ()
    """Words for those whom a state sends: `delegation`."""
    postnominals: Words = ()
    """What stands behind a name and is none of it: `MP`, `PhD`."""
    chairs: Words = ()
    """Titles whose holder, where the body is a forum, chairs the forum."""
    idioms: Words = ()
    """Phrases that end in a word for an office and name none: `at its head`."""
    possessives: Words = ()
    """What makes a title that of the body named before it: `its Director General`."""
    bodies: Mapping[str, str] = field(default_factory=dict)
    """A title that names its body by itself -> the body."""
    presumed: Mapping[str, str] = field(default_factory=dict)
    """An organ that is that of a body where no other is named -> the body: `general assembly`."""
    plurals: Mapping[str, str] = field(default_factory=dict)
    """Titles of several -> that of one of them; empty where it is the title told before: `counterparts`."""
    envoys: Words = ()
    """Titles of those who are sent to what they are not of: `ambassador`."""
    dispatches: Words = ()
    """What leads to where an envoy is sent: `to`."""
    sends: Words = ()
    """What leads from a person to the state or body that sends it: `on behalf of`."""
    sent: Words = ()
    """What leads from a state or body to the person it sends: `represented by`."""
    stands: Words = ()
    """What leads, at the beginning of a clause, to the state or body that all persons of it come from: `for`."""
    meets: Words = ()
    """What leads from a delegation to persons whom it meets: `held talks with`."""
    pronouns: Words = ()
    """What leads from the person told last to a post of the same: `she is`."""
    places: Words = ()
    """What stands before the name of a state that is only the scene: `in`."""
    absent: Words = ()
    """What stands before a person who sends another, or is only spoken of: `on behalf of the president NAME`."""
