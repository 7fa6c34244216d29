"""The only things a document may load: the bytes it was handed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from weasyprint.urls import URLFetcherResponse

from builder.errors import BuildError
from builder.words import words

_SCHEME = "asset:"


class Refused(BaseException):
    """Carries a BuildError through the engine, which swallows every ordinary exception of a fetcher."""

    def __init__(self, error: BuildError) -> None:
        super().__init__(error)
        self.error = error


class AssetFetcher:
    """Serves `asset:NAME` from a document's assets; any other URL ends the rendering."""

    _fail_on_errors = True

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        self._assets = assets
        self.refusal: BuildError | None = None
        """The first refusal: inside an SVG image the engine swallows even `Refused`."""

    def __call__(self, url: str) -> Any:
        name = unquote(url.removeprefix(_SCHEME))
        if not url.startswith(_SCHEME):
            hint = words("images are named as asset:NAME; nothing else is loaded")
            raise self._refused(BuildError(words("refused to load {url}", url=url[:200]), hint))
        if name not in self._assets:
            raise self._refused(BuildError(words("the document has no image “{name}”", name=name)))
        return URLFetcherResponse(url, self._assets[name])

    def _refused(self, error: BuildError) -> Refused:
        self.refusal = self.refusal or error
        return Refused(error)
