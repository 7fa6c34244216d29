"""The machines of a Dask cluster: tasks go out as names, the project as one parcel, files come back as bytes."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from builder.errors import MachineError, PacksError
from builder.press.crews.crew import LostError, Order, Outcome, Outcomes, Task
from builder.press.crews.setting import Setting
from builder.press.crews.there import made_there
from builder.words import Words, words

SECONDS_TO_ANSWER = 5
SECONDS_FOR_A_WORKER = 10


class Cluster:
    """Makes jobs on the workers of the scheduler at `address`; what a killed worker held is made by another."""

    def __init__(
        self, address: str, parcel: bytes, setting: Setting, makers: Mapping[str, str], patience: float
    ) -> None:
        self._client = _connected(address)
        self._outfit = parcel, setting, dict(makers)
        self._patience = patience

    def work(self, orders: Sequence[Order], started: Callable[[int], None]) -> Outcomes:
        pending: dict[Any, int] = {}
        try:
            pending = self._submitted(orders)
            while pending:
                for future in self._done(pending):
                    index = pending.pop(future)
                    started(index)
                    yield index, self._outcome(future, Task.of(orders[index].job))
        finally:
            self._client.cancel(list(pending))
            self._client.close(timeout=1)

    def _submitted(self, orders: Sequence[Order]) -> dict[Any, int]:
        """Futures of all orders, the longest to be begun first; the parcel goes out once.

        Why a task makes the parcel: one that is lost with its worker is made again, data laid out would be gone.
        """
        from dask import config

        parcel, *outfit = self._outfit
        longest_first = sorted(range(len(orders)), key=lambda i: (-orders[i].seconds, i))
        with config.set({"distributed.admin.large-graph-warning-threshold": "1GB"}):
            sent = self._client.submit(bytes, parcel, pure=False, priority=1)
            return {
                self._client.submit(
                    made_there, sent, *outfit, Task.of(orders[i].job), pure=False, priority=-rank
                ): i
                for rank, i in enumerate(longest_first)
            }

    def _done(self, pending: Mapping[Any, int]) -> list[Any]:
        """Those that have ended, at least one. Raises MachineError where none does for too long."""
        from distributed import wait

        try:
            ended = wait(list(pending), timeout=self._patience, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            sentence = words(
                "the cluster has made nothing for {seconds} seconds", seconds=f"{self._patience:g}"
            )
            raise MachineError(sentence, words("look at its workers, or build without --scheduler")) from None
        return sorted(ended, key=lambda future: pending[future])

    def _outcome(self, future: Any, task: Task) -> Outcome:
        from distributed import KilledWorker

        try:
            outcome: Outcome = future.result()
        except KilledWorker:
            sentence = words("every worker of the cluster that made it ended")
            return Outcome(error=LostError(words("{where}: {problem}", where=task.where, problem=sentence)))
        except PacksError:
            raise
        except Exception as error:
            raise _unfit(words("the cluster cannot make files: {error}", error=repr(error))) from None
        return outcome


def _connected(address: str) -> Any:
    """A client of the scheduler, and at least one worker. Raises MachineError within seconds."""
    try:
        from dask import config

        config.set({"logging": {"distributed": "critical"}})  # what is wrong with a cluster, we say ourselves
        from distributed import Client
    except ImportError:
        raise MachineError(
            words("building on a cluster needs Dask, which is not installed"),
            words("pip install 'interview-packs[cluster]'"),
        ) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings(action="ignore"):
            client = Client(address, timeout=SECONDS_TO_ANSWER)
    except (OSError, ValueError, RuntimeError) as error:
        raise MachineError(
            words("the scheduler {address} does not answer: {error}", address=address, error=error),
            words("check the address, such as tcp://host:8786, and that it runs: dask scheduler"),
        ) from None
    try:
        client.wait_for_workers(1, timeout=SECONDS_FOR_A_WORKER)
    except TimeoutError:
        client.close(timeout=1)
        raise _unfit(words("the scheduler {address} has no workers", address=address)) from None
    return client


def _unfit(sentence: Words) -> MachineError:
    return MachineError(
        sentence, words("start workers that have packs in the same version: dask worker ADDRESS --nthreads 1")
    )
