"""theme1.xml: the colours and fonts that Word's own pickers offer to whoever goes on with the file.

No style refers to it: theme fonts give way to the reader's language settings.
"""

from __future__ import annotations

from builder.render.docx.look import FontSet, Look
from builder.render.docx.oxml.formats import rgb
from builder.render.docx.oxml.markup import attribute

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(look: Look) -> str:
    """The whole part."""
    fonts = f"<a:majorFont>{_fonts(look.heading)}</a:majorFont><a:minorFont>{_fonts(look.body)}</a:minorFont>"
    formats = (
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    )
    return (
        f'<a:theme xmlns:a="{_A}" name="Pack"><a:themeElements>'
        f'<a:clrScheme name="Pack">{_colours(look)}</a:clrScheme>'
        f'<a:fontScheme name="Pack">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Pack">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )


def _colours(look: Look) -> str:
    colours = look.colours
    named = {
        "dk1": colours.text,
        "lt1": "#ffffff",
        "dk2": colours.accent,
        "lt2": colours.shade,
        "accent1": colours.accent,
        "accent2": colours.alert,
        "accent3": colours.rule,
        "accent4": colours.muted,
        "accent5": colours.shade,
        "accent6": colours.text,
        "hlink": colours.accent,
        "folHlink": colours.muted,
    }
    return "".join(f'<a:{name}><a:srgbClr val="{rgb(colour)}"/></a:{name}>' for name, colour in named.items())


def _fonts(fonts: FontSet) -> str:
    return (
        f'<a:latin typeface="{attribute(fonts.latin)}"/><a:ea typeface="{attribute(fonts.east_asian)}"/>'
        '<a:cs typeface=""/>'
    )
