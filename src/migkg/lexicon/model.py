"""The frozen values of a lexicon: per language its words and its rules, and the names in every language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migkg.lexicon.rules import Moods, Rule, Sessions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from migkg.lexicon.naming import Names, Words
    from migkg.lexicon.persons import Persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Words that tell the parts of a page: contacts, captions, labels of a date of publication."""

    contact: Words = ()
    caption: Words = ()
    published: Words = ()
    dated: Words = ()
    """Labels of a date of publication that may be those of the date of a meeting as well: `date`."""
    abbreviations: Words = ()
    furniture: Words = ()
    closing: Words = ()
    """What stands above the links to other articles, behind the text: `related news`."""
    places: Words = ()
    """Labels of the place of a meeting: `location`."""
    speeches: Words = ()
    """What the heading of a speech begins with: `remarks by the Director General`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Months (twelve groups), weekdays, the shapes of dates, and the ordinal numbers.

    A shape is a regular expression over folded text with places: days `{d}` and `{d2}`, months `{m}` and `{m2}`, one in
    figures `{mn}`, years `{y}` and `{y2}`, a weekday or none `{w}`, and `{tm}` for a month told elsewhere. A shape with
    days alone is read where a day shortly before them was told, or where its weekday `{wd}` fits.
    """

    months: tuple[Words, ...]
    weekdays: Words
    """Monday first; behind Sunday the same days again, in other forms."""
    shapes: Words
    today: Words = ()
    this_month: Words = ()
    """What means the month of publication behind a day: `of this month`."""
    same_month: Words = ()
    """What means the month spoken of last: `of the same month`."""
    day_before: Words = ()
    """What means the day before another: `on the eve`; only the door for claims made elsewhere asks."""
    ordinals: Mapping[str, Words] = field(default_factory=dict)
    ordinal_suffixes: Words = ()
    first_days: Words = ()
    """Words for the first day of a month: `primero de mayo`."""
    number_words: Words = ()
    """What makes an ordinal of the figure behind it: `edition number 12`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """How a language speaks of meetings: heads and modifiers by kind, what may stand between them."""

    heads: Mapping[str, Words]
    modifiers: Mapping[str, Words]
    links: Words
    fillers: Words
    determiners: Words = ()
    indefinite: Words = ()
    name_links: Words = ()
    toward: Words = ()
    """What leads from the kind of a meeting to that which it serves: `preparatory to the`."""
    commons: Words = ()
    upcoming: Words = ()
    previous: Words = ()
    after_upcoming: Words = ()
    """What stands behind a coming meeting: `the meeting of next year`."""
    after_previous: Words = ()
    recalled: Words = ()
    """What stands before a numbered meeting that a text looks back to: `since the second meeting`."""
    relatives: Words = ()
    """What leads from a meeting to a clause about it: `which`."""
    participles: Words = ()
    """What is said right behind a meeting of how it came about: `held`."""
    asides: Words = ()
    """What else opens a clause between commas behind a meeting: `preceded by`."""
    resuming: Words = ()
    """The words with which a sentence goes on behind such a clause: `was`."""
    receives: Words = ()
    """What a place does with those who hold a meeting there: `Lima welcomed the experts of the process`."""
    resumed: Words = ()
    """What means the meeting right before it once more: `that of`."""
    pronouns: Words = ()
    """What stands for a meeting that only its place or day tells: `the one held in Lima`."""
    others: Words = ()
    """What makes a meeting one of another kind: `diplomatic`."""
    topics: Words = ()
    english: Mapping[str, str] = field(default_factory=dict)
    event_links: Words = ()
    not_events: Words = ()
    offices: Words = ()
    """What is held of a forum for a year, which names no meeting then: `chair of the process for 2017`."""
    after_ordinals: Words = ()
    """Words after which an ordinal alone names a meeting: `the third took place`."""
    again: Words = ()
    preparing: Words = ()
    """What those who met did it for: `they met in Lima to prepare` the conference."""
    since: Words = ()
    """What makes the first meeting the first of late: `the first meeting since 2018`."""
    process: Words = ()
    """Common words for a forum behind which no name goes on: `the ninth meeting of the Process`."""
    handovers: Words = ()
    """Ceremonies at which a chair is handed over, which are no editions: `handover ceremony`."""
    ceremonies: Words = ()
    """The same where the sentence tells of handing over: `ceremony`."""
    closing: Words = ()
    """What tells that a numbered meeting is the last one: `the third and final preparatory meeting`."""
    out_of: Words = ()
    """What tells of how many a numbered meeting is one: `the first of four preparatory meetings`."""
    of_some: Words = ()
    """What right behind it makes it the first of its sort: `the first meeting ever held in Lima`."""
    in_a_while: Words = ()
    """What makes a number count the meetings of a while: `the second meeting this year`."""
    nth_times: Words = ()
    """How it is said that a forum met again, with # for the number: `for the # time`."""
    nth_names: Words = ()
    """The same of a number behind a name: `# of its kind`."""
    counted: Words = ()
    """The words for a meeting before which a bare number tells which: `la 108 sesión`."""
    between: Words = ()
    """Words that join two forums to the name of their common meeting: `plenary between A and B`."""
    consulting: Words = ()
    """Words in the names of consultations and talks: `regional consultation`."""
    plurals: Words = ()
    """Words for several meetings that name none by themselves: `25th and 26th meetings`."""
    frames: Words = ()
    """What leads from a lesser meeting to the forum that it was held for: `within the framework of`."""
    occasions: Words = ()
    """What leads from people who met to the meeting that they held: `met for the | sixth conference`."""
    copulas: Words = ()
    """What a number is said with of a meeting: `the conference, which is the tenth of its kind`."""
    finite: Words = ()
    """Verbs behind a word for a meeting that end its name: `the conference | allowed them to speak on migration`."""
    plain: Words = ()
    """Words that do not make the name of a forum of what an indefinite article leads: `a regional conference`."""
    alongside: Words = ()
    """What puts one meeting beside another at the same place: `preceded by`."""
    processes: Words = ()
    """The word for several processes, which may share it: `the Rabat and Khartoum Processes`."""
    possessives: Words = ()
    """Words that give a meeting to what was named before: `its third meeting`."""
    genitives: Words = ()
    """What joins a meeting to the group that holds it: `third meeting of its working group`."""
    demonstratives: Words = ()
    """Words that mean the meeting spoken of: `this first meeting`."""
    following: Words = ()
    """What tells that a list goes on with the meetings behind a numbered one, with # for a number: `the next #`."""
    lesser: Words = ()
    """Kinds of meeting that name one of the forum spoken of, though the words do not: `a preparatory meeting`."""
    vague: Words = ()
    """Words for a meeting that name one by its topic only with a capital: `a dialogue on migration`."""
    one_off: Words = ()
    """Words for a meeting that need no name beside them in a title: `a conference on migration opens`."""
    matters: Words = ()
    """What a text on migration speaks of, though no meeting is named after it: `remittances`."""
    powers: Words = ()
    """Who acts for states, where they meet: `ministers`."""
    breadth: Words = ()
    """What else tells that more than one state takes part: `regional`."""
    several: Words = ()
    """Numbers of three and more, as words: `several`."""
    nations: Words = ()
    """What states are called together: `countries`."""
    private: Words = ()
    """Who and what tells that others meet, or one state alone: `bishops`, `national workshop`."""
    unofficial: Words = ()
    """What stands beside the word for a meeting of others than states, or of one alone: `citizens'`, `national`."""
    gathered: Words = ()
    """What people do who hold a meeting: `the senior officials of the process met`."""
    people: Mapping[str, Words] = field(default_factory=dict)
    """Kind of meeting -> those who hold it, where they are said to meet: `the experts of the process met`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What joins the members of a list and what stands before a name."""

    separators: Words
    determiners: Words
    genitive: Words
    government: Words
    capital: Words = ()
    place_links: Words = ()
    small_words: Words = ()
    """Words by which a text in the language is told, also those that other languages have: `the`, `which`."""
    word_endings: Words = ()
    """How longer words of the language end, by which a text is told as well: `ing`."""
    list_items: Words = ()
    groups: Words = ()
    """The states of a body, which are not the body: `member states`."""
    compounds: Mapping[str, str] = field(default_factory=dict)
    """First part of a word for what is of two states -> the state it tells: `Franco-Senegalese`."""
    organs: Words = ()
    here: Words = ()
    there: Words = ()
    """What points to a place named before: `in the same city`; only the door for claims made elsewhere asks."""
    documents: Words = ()
    document_links: Words = ()
    document_words: Words = ()
    themes: Words = ()
    """What a theme is called: `motto`."""
    theme_copulas: Words = ()
    theme_links: Words = ()
    """What stands before the word for a theme where the theme follows it: `under the`."""
    theme_names: Words = ()
    """The same where the theme need not begin in a capital: `for its`."""
    theme_of: Words = ()
    theme_ends: Words = ()
    """Words behind a comma that are no longer the theme: `which`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Everything that belongs to one language."""

    code: str
    layout: Layout
    calendar: Calendar
    meetings: Meetings
    persons: Persons
    grammar: Grammar
    classes: Mapping[str, Words]
    rules: tuple[Rule, ...]
    sessions: Sessions = field(default_factory=Sessions)
    moods: Moods = field(default_factory=Moods)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """What tells a text in a language that is not read; the same keys as in the grammar of one that is."""

    small_words: Words
    word_endings: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """Names and languages; compared by identity, so that what is compiled from it can be kept beside it."""

    names: Names
    languages: Mapping[str, Language]
    attachment: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Weights of the attachment model: relation -> feature -> weight; empty where rules alone decide."""
    others: Mapping[str, Tongue] = field(default_factory=dict)
    """Languages that are not read, so that none is taken for one that is."""
