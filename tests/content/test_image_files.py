"""Images that content names: of the project, of a kind and size that prints."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from builder.content.images import MAX_BYTES, ImageError, read_image
from builder.content.markdown import image_paths


def picture(form="PNG", size=(30, 20)):
    out = io.BytesIO()
    Image.new("RGB", size, "#1f4e79").save(out, form)
    return out.getvalue()


def png_that_claims(width, height):
    """A few bytes that say they are a picture of that size."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


@pytest.fixture
def folder(tmp_path):
    """content/ of a project, with things beside the project that are none of its business."""
    content = tmp_path / "project" / "content"
    (content / "图片").mkdir(parents=True)
    (content / "图片" / "组织 图.png").write_bytes(picture())
    (content / "photo.jpeg").write_bytes(picture("JPEG"))
    (content.parent / "logo.png").write_bytes(picture())
    (tmp_path / "secret.png").write_bytes(picture())
    (content / "link.png").symlink_to(tmp_path / "secret.png")
    (content / "loop.png").symlink_to(content / "loop.png")
    (content / "film.gif").write_bytes(picture("GIF"))
    (content / "text.png").write_text("不是图片")
    (content / "cut.png").write_bytes(picture()[:12])
    (content / "large.png").write_bytes(png_that_claims(10_000, 6_000))
    (content / "larger.png").write_bytes(png_that_claims(12_000, 9_000))
    (content / "bomb.png").write_bytes(png_that_claims(60_000, 60_000))
    (content / "passes.jpeg").write_bytes(picture("JPEG") + b"\xff\xda" * 101)
    doubled = "".join(
        f'<g id="g{i}"><use href="#g{i - 1}"/><use href="#g{i - 1}"/></g>' for i in range(1, 40)
    )
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
    (content / "uses.svg").write_text(svg.format(f'<g id="g0"/>{doubled}'))
    (content / "link.svg").write_text(svg.format('<rect fill="url(http://127.0.0.1:9/x)"/>'))
    with (content / "heavy.png").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    return content


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("图片/组织 图.png", "png"),
        ("photo.jpeg", "jpg"),
        ("../logo.png", "png"),
        ("./图片/../photo.jpeg", "jpg"),
    ],
)
def test_a_picture_of_the_project_is_read(folder, path, kind):
    image = read_image(path, folder, folder.parent)
    assert (image.kind, image.width, image.height) == (kind, 30, 20)
    assert image.data == (folder / path).read_bytes()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("nowhere.png", "IMAGE-MISSING"),
        ("图片", "IMAGE-MISSING"),
        ("x" * 300 + ".png", "IMAGE-MISSING"),
        ("a\0b.png", "IMAGE-MISSING"),
        ("loop.png", "IMAGE-MISSING"),
        ("../../secret.png", "IMAGE-OUTSIDE"),
        ("link.png", "IMAGE-OUTSIDE"),
        ("/etc/hostname", "IMAGE-OUTSIDE"),
        ("../../project-b/x.png", "IMAGE-OUTSIDE"),
        ("http://localhost:9/a.png", "IMAGE-REMOTE"),
        ("//localhost:9/a.png", "IMAGE-REMOTE"),
        ("file:///etc/hostname", "IMAGE-REMOTE"),
        ("data:image/png;base64,AAAA", "IMAGE-REMOTE"),
        ("film.gif", "IMAGE-KIND"),
        ("text.png", "IMAGE-KIND"),
        ("cut.png", "IMAGE-KIND"),
        ("large.png", "IMAGE-SIZE"),
        ("larger.png", "IMAGE-SIZE"),
        ("bomb.png", "IMAGE-SIZE"),
        ("heavy.png", "IMAGE-SIZE"),
        ("passes.jpeg", "IMAGE-SIZE"),
        ("uses.svg", "IMAGE-SIZE"),
        ("link.svg", "IMAGE-REMOTE"),
    ],
)
def test_anything_else_is_refused_by_what_is_wrong_with_it(folder, path, code):
    with pytest.raises(ImageError) as caught:
        read_image(path, folder, folder.parent)
    assert caught.value.code == code
    assert caught.value.sentence
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("见下图。\n\n![组织图](图片/组织图.png)", ["图片/组织图.png"]),
        ("![a](<图片/组织 图.png>) 与 ![b](b%20c.png)", ["图片/组织 图.png", "b c.png"]),
        ("- 一\n  - ![x](x.png)\n\n| a |\n|---|\n| ![y](y.jpg) |", ["x.png", "y.jpg"]),
        ("没有图，只有 ![说明 和 [链接](a.png)", []),
        ("![x](http://localhost:9/a.png)", ["http://localhost:9/a.png"]),
        ("", []),
    ],
)
def test_the_pictures_of_a_text_are_found_under_the_names_their_author_typed(text, paths):
    assert list(image_paths(text)) == paths
