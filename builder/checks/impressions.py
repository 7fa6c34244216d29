"""Impressions in the place of criteria: looks, and “culture fit”."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.directed import rewarded
from builder.checks.lexicon import lexicons
from builder.checks.rule import Slip
from builder.checks.spoken import rewarded_texts
from builder.checks.subjects import clause_start
from builder.content.bank import LoadedBank
from builder.words import words


def looks(loaded: LoadedBank) -> Iterator[Slip]:
    """No competency, criterion or key point scores looks or bearing (形象, 气质, 五官): raters mark the person
    they like. Dress and conduct that the job prescribes may be described as behaviour.
    """
    for path, text in rewarded_texts(loaded):
        phrase = next(_looks(text), None)
        if phrase is not None:
            sentence = words("scores looks: “{phrase}”", phrase=phrase)
            hint = words("name what the candidate says or does in the job, e.g. greets, listens, asks back")
            yield Slip(path, sentence, hint, phrase)


def _looks(text: str) -> Iterator[str]:
    for words_of in lexicons(text):
        for match in rewarded(text, words_of.looks, words_of):
            if not words_of.looks_unless.search(text, clause_start(text, match.start()), match.start()):
                yield match[0]


def culture_fit(loaded: LoadedBank) -> Iterator[Slip]:
    """No competency, criterion or key point scores “culture fit”: two raters mean two things by it, often
    likeness to themselves.
    """
    for path, text in rewarded_texts(loaded):
        hits = (match[0] for w in lexicons(text) for match in rewarded(text, w.fit, w))
        phrase = next(hits, None)
        if phrase is not None:
            sentence = words("scores “culture fit”: “{phrase}”", phrase=phrase)
            hint = words("say which way of working is meant, and how a rater would see it")
            yield Slip(path, sentence, hint, phrase)
