"""Worker processes of this machine: the longest jobs first; a worker that is lost costs its own job only."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Sequence
from multiprocessing.connection import wait

from builder.press.crews.crew import LostError, Ordered, Outcome, Outcomes
from builder.press.crews.hand import Hand
from builder.press.crews.setting import Setting
from builder.press.crews.worker import Reply
from builder.words import Words, words

TRIES = 2


class Pool:
    """Makes jobs in at most `size` processes, each with the project unpacked for itself."""

    def __init__(self, parcel: bytes, setting: Setting, size: int, patience: float) -> None:
        self._parcel = parcel
        self._setting = setting
        self._size = size
        self._patience = patience

    def work(self, orders: Sequence[Ordered], started: Callable[[int], None]) -> Outcomes:
        return _Shift(self._parcel, self._setting, self._patience, orders, started).outcomes(self._size)


class _Shift:
    """One list of orders being worked off."""

    def __init__(
        self,
        parcel: bytes,
        setting: Setting,
        patience: float,
        orders: Sequence[Ordered],
        started: Callable[[int], None],
    ) -> None:
        self._outfit = parcel, setting
        self._patience = patience
        self._tasks = [order.task for order in orders]
        self._queue = sorted(range(len(orders)), key=lambda i: (-orders[i].seconds, i))
        self._tries: Counter[int] = Counter()
        self._started = started
        self._hands: list[Hand] = []

    def outcomes(self, size: int) -> Outcomes:
        """Each order's outcome as it is done; no process is left when this ends, or is left."""
        try:
            while self._queue or self._hands:
                while self._queue and len(self._hands) < size:
                    self._hire()
                yield from self._news()
        finally:
            for hand in self._hands:
                hand.dismiss()

    def _hire(self) -> None:
        order = self._next()
        self._hands.append(Hand(*self._outfit, order, self._tasks[order], self._patience))

    def _next(self) -> int:
        order = self._queue.pop(0)
        if not self._tries[order]:
            self._started(order)
        self._tries[order] += 1
        return order

    def _news(self) -> Outcomes:
        """Waits until somebody says something, ends, or has taken too long."""
        soonest = min(hand.remaining for hand in self._hands)
        speaking = wait([hand.connection for hand in self._hands], timeout=max(soonest, 0))
        for hand in list(self._hands):
            if hand.connection in speaking:
                yield from self._heard(hand)
            elif hand.remaining <= 0:
                sentence = words("took longer than {seconds} seconds", seconds=f"{self._patience:g}")
                self._leave(hand)
                yield from self._lost(hand.order, sentence)

    def _heard(self, hand: Hand) -> Outcomes:
        order = hand.order
        try:
            reply = hand.hear()
        except (EOFError, OSError):
            ending = _ending(hand.exit_code())
            self._leave(hand)
            yield from self._lost(order, ending)
            return
        if reply is None:
            return
        if isinstance(reply.outcome, Outcome) and reply.outcome.unfinished:
            hand.go_on()
        else:
            self._employ_further(hand, reply)
        if isinstance(reply.outcome, Exception):
            raise reply.outcome
        yield order, reply.outcome

    def _employ_further(self, hand: Hand, reply: Reply) -> None:
        """The next order for one that has answered; one that has grown large makes room for a fresh one."""
        if not self._queue or reply.peak > self._tasks[hand.order].tired:
            self._leave(hand)
            return
        order = self._next()
        try:
            hand.give(order, self._tasks[order])
        except OSError:  # it ended between two tasks: hearing it will tell
            return

    def _leave(self, hand: Hand) -> None:
        self._hands.remove(hand)
        hand.dismiss()

    def _lost(self, order: int, ending: Words) -> Outcomes:
        """Tried again by a fresh worker, and given up after that."""
        if self._tries[order] < TRIES:
            self._queue.insert(0, order)
            return
        sentence = words("{where}: {problem}", where=self._tasks[order].where, problem=ending)
        hint = words(
            "it was tried twice; if memory is short, build it alone: {command}",
            command=self._tasks[order].alone,
        )
        yield order, Outcome(error=LostError(sentence, hint))


def _ending(code: int | None) -> Words:
    if code is not None and code < 0:
        names = {number.value: number.name for number in signal.Signals}
        return words("the process that made it was ended by {signal}", signal=names.get(-code, -code))
    return words("the process that made it ended by itself, with exit code {code}", code=code)
