"""Templates compiled so that they count their own rounds and calls."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

INSIDE = "metering "
"""Begins the names of our own calls: no template can write a name with a space."""


class Metered(NodeTransformer):
    """A template that begins every loop, macro and block with a `tick`, and has values weighed that can grow."""

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802
        return self._ticking(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802
        return self._ticking(node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        return self._ticking(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        return self._ticking(node)

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        if node.test is not None:
            node.test = nodes.And(
                _called("step", node, nodes.Const(1, lineno=node.lineno)), node.test, lineno=node.lineno
            )
        return self._ticking(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.nodes = [_called("weighed", part, part) for part in node.nodes]
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.expr = _compared(node.expr)
        for operand in node.ops:
            operand.expr = _compared(operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _called("weighed", node.node, node.node)
        return node

    def _ticking(self, node: Any) -> nodes.Node:
        literal = _literal(node.body)
        self.generic_visit(node)
        tick = _called("tick", node, nodes.Const(literal, lineno=node.lineno))
        node.body.insert(0, nodes.ExprStmt(tick, lineno=node.lineno))
        return node  # type: ignore[no-any-return]


def _called(name: str, at: nodes.Node, argument: nodes.Expr) -> nodes.Filter:
    """A call that is compiled as one: filters are the only functions that Jinja does not look up each time."""
    return nodes.Filter(argument, INSIDE + name, [], [], None, None, lineno=at.lineno)


def _compared(node: nodes.Expr) -> nodes.Expr:
    return node if isinstance(node, nodes.Const) else _called("compared", node, node)


def _literal(body: Iterable[nodes.Node]) -> int:
    """Characters of the words that stand in a body itself; loops, macros and blocks inside count their own."""
    total = 0
    for node in body:
        if isinstance(node, nodes.TemplateData):
            total += len(node.data)
        elif isinstance(node, nodes.Const):
            total += len(node.value) if isinstance(node.value, str) else 0
        elif isinstance(node, nodes.For):
            total += _literal([node.iter, *node.else_])
        elif not isinstance(node, nodes.Macro | nodes.CallBlock | nodes.Block):
            total += _literal(node.iter_child_nodes())
    return total
