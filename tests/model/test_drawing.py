"""SVG drawings: their size, and that they keep to themselves."""

from __future__ import annotations

import pytest

from builder.model.drawing import NotADrawingError, drawing_size, is_excessive, read_drawing, refers_outside

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}>{inside}</svg>'
)


def drawing(inside="", size='viewBox="0 0 120 40"'):
    return read_drawing(SVG.format(inside=inside, size=size).encode())


@pytest.mark.parametrize(
    "size", ['viewBox="0 0 120 40"', 'viewBox="0,0,120,40"', 'width="120px" height="40px"']
)
def test_the_size_is_the_view_box_or_width_and_height(size):
    assert drawing_size(drawing(size=size)) == (120, 40)


@pytest.mark.parametrize(
    "size",
    [
        "",
        'viewBox="0 0 0 40"',
        'width="wide" height="40"',
        'viewBox="0 0 nan 40"',
        'viewBox="0 0 inf inf"',
        'viewBox="0 0 1e300 1e300"',
        'viewBox="0 0 1 5000"',
        'viewBox="0 0 5000 1"',
    ],
)
def test_a_drawing_without_a_size_is_refused(size):
    with pytest.raises(NotADrawingError):
        drawing_size(drawing(size=size))


@pytest.mark.parametrize("data", [b"", b"<html/>", b"\x89PNG", b"<svg"])
def test_what_is_no_drawing_is_refused(data):
    with pytest.raises(NotADrawingError):
        read_drawing(data)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        '<image href="http://example.com/a.png"/>',
        '<a xlink:href="https://example.com"><rect/></a>',
        "<rect style=\"fill: url( 'http://example.com/x' )\"/>",
        '<rect fill="url(file:///etc/passwd)"/>',
        "<style>@import 'http://example.com/x.css'</style>",
        "<foreignObject><p/></foreignObject>",
        '<rect style="fill:u\\72l(http://example.com/x)"/>',
        "<?xml-stylesheet href='http://example.com/x.css'?>",
    ],
)
def test_a_drawing_that_reaches_outside_is_seen(inside):
    assert refers_outside(drawing(inside))


@pytest.mark.parametrize("inside", ["<rect/>", '<use xlink:href="#a"/>', '<rect fill="url(#g)"/>'])
def test_a_drawing_that_keeps_to_itself_is_fine(inside):
    assert not refers_outside(drawing(inside))


def test_entities_stay_shut():
    bomb = b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>&a;</text></svg>'
    root = read_drawing(bomb)
    assert "root:" not in "".join(map(str, root.itertext()))
    assert refers_outside(root)


def doubled(times):
    """A drawing in which every group uses the one before it twice."""
    uses = "".join(
        f'<g id="g{i}"><use href="#g{i - 1}"/><use xlink:href="#g{i - 1}"/></g>' for i in range(1, times)
    )
    return f'<g id="g0"><rect/></g>{uses}'


@pytest.mark.parametrize(
    "inside",
    [
        doubled(30),
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<pattern id="p"><rect fill="url(#p)"/></pattern>',
        '<rect style="mask: url( \'#m\' )"/><mask id="m"><rect mask="url(#m)"/></mask>',
        "<rect/>" * 20_001,
        "".join(f'<g id="g{i}"><use href="#g{i + 1}"/></g>' for i in range(3000)),
        '<g id="g0"/>' + "".join(f'<g id="g{i}"><use href="#g{i - 1}"/></g>' for i in range(1, 300)),
        "<g>" * 150 + "</g>" * 150,
        '<filter id="f"><feTurbulence numOctaves="1000"/></filter>',
    ],
    ids=["doubled", "self", "each other", "pattern", "mask", "many", "chain", "chain back", "deep", "filter"],
)
def test_a_drawing_that_takes_too_long_to_draw_is_seen(inside):
    assert is_excessive(drawing(inside))


@pytest.mark.parametrize(
    "inside",
    [
        "<rect/>" * 500,
        doubled(8),
        '<linearGradient id="g"/><rect fill="url(#g)"/><rect fill="url(#g)"/>',
        '<use href="#nowhere"/>',
    ],
)
def test_an_everyday_drawing_is_fine(inside):
    assert not is_excessive(drawing(inside))


def test_a_drawing_nested_beyond_reason_is_no_drawing():
    with pytest.raises(NotADrawingError):
        drawing("<g>" * 5000 + "</g>" * 5000)
