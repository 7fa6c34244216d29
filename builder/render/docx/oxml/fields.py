"""Fields with a cached result: viewers show the cache, Word computes anew."""

from __future__ import annotations

from builder.render.docx.oxml.markup import text
from builder.render.docx.oxml.runs import LINK_END, link_start, tab, text_run

# The number stands for the built-in Heading 1 in every language of Word; the name "Heading 1" is an error
# in a Chinese or German one, which knows the style as 标题 1 or Überschrift 1.
SECTION_TITLE = "STYLEREF 1"
PAGE_NUMBER = "PAGE"
PAGE_COUNT = "NUMPAGES"


def field_start(instruction: str) -> str:
    """Everything before the cached result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {text(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field(instruction: str, cached: str, east_asian: bool = False) -> str:
    """A field that shows `cached` until Word computes it."""
    return field_start(instruction) + text_run(cached, east_asian=east_asian) + FIELD_END


def contents_entry(label: str, bookmark: str, page: str) -> str:
    """A line of the contents: its text, leader dots and the page, all one link to the heading."""
    number = field(f"PAGEREF {bookmark} \\h", page)
    return f"{link_start(bookmark)}{label}{tab()}{number}{LINK_END}"


CONTENTS = 'TOC \\o "1-2" \\h \\z \\u'
