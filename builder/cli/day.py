"""The day on which a bank is checked: named on the command line, or by SOURCE_DATE_EPOCH, or today."""

from __future__ import annotations

import datetime
import os

from builder.errors import RequestError
from builder.words import words


def checking_day(named: datetime.datetime | None) -> datetime.date:
    """The day named, else that of SOURCE_DATE_EPOCH, else today. Raises RequestError for an epoch that is no number."""
    if named is not None:
        return named.date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise RequestError(
            words("SOURCE_DATE_EPOCH is not a number of seconds: {epoch}", epoch=epoch),
            words("name the day with --as-of, or unset the variable"),
        ) from error
