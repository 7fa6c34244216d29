"""Private matters that an interview must leave alone, each with the law behind it.

What is asked of a candidate is read sentence by sentence: a customer's pregnancy is a case, the candidate's is not.
Whoever has a job-related reason writes it down beside the question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.checks.directed import asked, rewarded
from builder.checks.lexicon import lexicons, topics_named
from builder.checks.rule import Slip
from builder.checks.spoken import Text, asked_texts, rewarded_texts
from builder.content.bank import LoadedBank
from builder.words import Words, words

ByTopic = dict[str, list[Text]]


def family(loaded: LoadedBank) -> Iterator[Slip]:
    """Nothing asks about, or rewards, the candidate's marriage, partner, children, pregnancy or family
    (Employment Promotion Law of the PRC art. 27; notice 人社部发〔2019〕17号; US Title VII and Pregnancy
    Discrimination Act; UK Equality Act 2010).
    """
    yield from _slips(loaded, "family", words("marriage, children or family"))


def age(loaded: LoadedBank) -> Iterator[Slip]:
    """Nothing asks about, or rewards, the candidate's age, year of birth or retirement (outside “the
    information directly related to the contract” of art. 8 of the Labour Contract Law; US ADEA; UK
    Equality Act 2010). Asking whether the legal minimum age is met is no slip.
    """
    yield from _slips(loaded, "age", words("age"))


def ethnicity(loaded: LoadedBank) -> Iterator[Slip]:
    """Nothing asks about, or rewards, the candidate's ethnic group, race, nationality or mother tongue
    (Employment Promotion Law art. 28; US Title VII; UK Equality Act 2010). Asking for the right to work,
    or for languages the job needs, is no slip.
    """
    yield from _slips(loaded, "ethnicity", words("ethnicity or nationality"))


def religion(loaded: LoadedBank) -> Iterator[Slip]:
    """Nothing asks about, or rewards, the candidate's religion (Employment Promotion Law art. 3; Personal
    Information Protection Law art. 28; US Title VII; UK Equality Act 2010).
    """
    yield from _slips(loaded, "religion", words("religion"))


def health(loaded: LoadedBank) -> Iterator[Slip]:
    """Nothing asks about, or rewards, the candidate's health, disability, height or weight (Employment
    Promotion Law arts. 29 and 30; Personal Information Protection Law art. 28; US ADA; UK Equality Act
    2010 s. 60: before an offer). Asking whether the job's tasks can be done, or which adjustments are
    needed, is no slip.
    """
    yield from _slips(loaded, "health", words("health or disability"))


def sexuality(loaded: LoadedBank) -> Iterator[Slip]:
    """Nothing asks about, or rewards, the candidate's sex, gender role or sexual orientation (Employment
    Promotion Law art. 27; US Title VII; UK Equality Act 2010).
    """
    yield from _slips(loaded, "sexuality", words("sex, gender role or sexual orientation"))


def origin(loaded: LoadedBank) -> Iterator[Slip]:
    """Nothing asks about, or rewards, the candidate's household registration or native place (户籍, 籍贯). A
    warning: rural workers may not be treated worse (Employment Promotion Law art. 31), but some public
    posts are lawfully limited to a place.
    """
    yield from _slips(loaded, "origin", words("household registration or native place"))


def politics(loaded: LoadedBank) -> Iterator[Slip]:
    """Nothing asks about, or rewards, the candidate's political affiliation. A warning; in Chinese, party
    membership may be asked for by state-owned and public employers, whose party posts require it.
    """
    yield from _slips(loaded, "politics", words("political affiliation"))


def union(loaded: LoadedBank) -> Iterator[Slip]:
    """Nothing asks about, or rewards, whether the candidate belongs to a trade union. A warning: refusing
    members is unlawful (Trade Union Law of the PRC art. 3; UK TULRCA 1992 s. 137; US NLRA s. 8), asking
    is the first step to it.
    """
    yield from _slips(loaded, "union", words("union membership"))


def record(loaded: LoadedBank) -> Iterator[Slip]:
    """Nothing asks about, or rewards, the candidate's criminal record. A warning: where the law bars
    offenders from a post, it is checked by document after the interview, not asked in it; some US states
    forbid the question before an offer.
    """
    yield from _slips(loaded, "record", words("criminal record"))


def pay(loaded: LoadedBank) -> Iterator[Slip]:
    """Nothing asks about, or rewards, what the candidate earned before. A warning: more than twenty US
    states ban it, elsewhere it carries old inequality on. Asking for expectations is no slip.
    """
    yield from _slips(loaded, "pay", words("salary history"))


def debt(loaded: LoadedBank) -> Iterator[Slip]:
    """Nothing asks about, or rewards, the candidate's debts or credit. A warning: outside “the
    information directly related to the contract” (Labour Contract Law art. 8), and the EEOC advises
    against it unless the job handles money.
    """
    yield from _slips(loaded, "debt", words("debts or credit"))


def _about_private_matters(loaded: LoadedBank) -> tuple[ByTopic, ByTopic]:
    """Topic → what is asked, and what is rewarded, that holds any of its words: next to nothing of a large bank."""
    return _by_topic(asked_texts(loaded)), _by_topic(rewarded_texts(loaded))


def _by_topic(texts: Iterable[Text]) -> ByTopic:
    found: ByTopic = {}
    for path, text in texts:
        for topic in topics_named(text):
            found.setdefault(topic, []).append((path, text))
    return found


def _slips(loaded: LoadedBank, topic: str, name: Words) -> Iterator[Slip]:
    """One slip for each value that asks about the topic or rewards it."""
    for path, text in loaded.once(_about_private_matters)[0].get(topic, ()):
        phrase = next(_asked_phrases(loaded, text, topic), None)
        if phrase is not None:
            sentence = words(
                "asks the candidate about {topic}: “{phrase}”", topic=name, phrase=_shown(phrase)
            )
            yield Slip(path, sentence, _ASKED, phrase)
    for path, text in loaded.once(_about_private_matters)[1].get(topic, ()):
        phrase = next(_rewarded_phrases(loaded, text, topic), None)
        if phrase is not None:
            sentence = words("rewards the candidate's {topic}: “{phrase}”", topic=name, phrase=_shown(phrase))
            yield Slip(path, sentence, _REWARDED, phrase)


_ASKED = words(
    "ask what the job needs instead, the same of every candidate; if the job truly requires this, add "
    "`ignore: [{{code, reason}}]` with the job-related reason to the question"
)
_REWARDED = words(
    "describe behaviour that the job needs; if the job truly requires this, add "
    "`ignore: [{{code, reason}}]` with the job-related reason"
)


def _asked_phrases(loaded: LoadedBank, text: str, topic: str) -> Iterator[str]:
    for words_of in lexicons(text):
        terms = words_of.topics[topic]
        if loaded.bank.position.employer_type not in terms.admissible:
            yield from asked(text, terms, words_of)


def _rewarded_phrases(loaded: LoadedBank, text: str, topic: str) -> Iterator[str]:
    for words_of in lexicons(text):
        terms = words_of.topics[topic]
        if loaded.bank.position.employer_type not in terms.admissible:
            yield from (match[0] for match in rewarded(text, terms.rewards, words_of))


def _shown(phrase: str) -> str:
    """The phrase on one line."""
    return " ".join(phrase.split())
