"""How every Office file ends: a zip with nothing in it that depends on when and where it was written."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

_DATE = (1980, 1, 1, 0, 0, 0)
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


def canonical(package: bytes) -> bytes:
    """The same package with nothing in it that depends on when and where it was written."""
    return write_zip(read_zip(package))


def read_zip(package: bytes) -> dict[str, bytes]:
    """The files of a zip by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_zip(files: Mapping[str, bytes], compressed: bool = True) -> bytes:
    """A zip of sorted names, the content types first as readers expect, all dated 1980."""
    stream = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(files, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = method
            entry.create_system = 0
            entry.external_attr = 0
            # What no reader looks at is packed the quick way.
            archive.writestr(entry, files[name], compresslevel=1 if name.startswith("customXml/") else None)
    return stream.getvalue()


def file_date() -> datetime:
    """What files say of when they were made: 1980-01-01, or SOURCE_DATE_EPOCH where that is set; never now."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(seconds), UTC) if seconds else _EPOCH).replace(tzinfo=None)
