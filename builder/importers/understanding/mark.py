"""What a mark is: one place where a section or a question might begin."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How a mark is written; the marks of one list are all of one style."""

    PART = "part"
    """第一部分, Part 1."""
    TOPIC = "topic"
    """模块一：, Competency 1: what the questions below it are about."""
    HAN = "han"
    """一、"""
    HAN_BRACKETS = "han-brackets"
    """（一）"""
    ROMAN = "roman"
    WORD = "word"
    """题目1：, 第1题, Question 1, Q1."""
    CASE = "case"
    """案例一：, Scenario 1: a question, or the background of several."""
    DOT = "dot"
    """1. or 1、"""
    BRACKET = "bracket"
    """1)"""
    BRACKETS = "brackets"
    """(1)"""
    LETTER = "letter"
    """a. or a)"""
    CIRCLED = "circled"
    """①"""
    NESTED = "nested"
    """2.1"""
    LABEL = "label"
    """问：without a number."""
    HEADING = "heading"
    BOLD = "bold"
    """A line of bold words."""
    TITLE = "title"
    """A plain line that reads like the title of a section."""
    BULLET = "bullet"
    INNER_BULLET = "inner-bullet"
    LINE = "line"
    """A line that asks something."""


INNER = "'"
"""Behind the style of a number that is of a list inside another list, as Word files and Markdown tell."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One candidate: its span, its style with the depth of a heading, and the number it shows."""

    start: int
    end: int
    style: str
    number: int | None
    at_line: bool
    lead: int | None = None
    """Where what belongs to it begins, if before it."""
