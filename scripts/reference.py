"""Writes docs/reference/ from the program itself: commands, schemas, check codes. Run by `make docs`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from builder.checks.rule import ProjectRule, Rule

ROOT = Path(__file__).resolve().parents[1]
NOTE = "<!-- Written by `make docs`; a test fails when it is stale. -->\n\n"


def pages() -> dict[str, str]:
    """File name → text of every reference page."""
    from builder.words import choose_language

    choose_language("en")
    return {"commands.md": commands(), "schema.md": schemas(), "codes.md": codes(), **rules()}


def commands() -> str:
    """Every command with its options, as its help says them."""
    import click

    from builder.cli.main import COMMANDS, packs

    out = [
        "# Commands\n",
        "Exit codes: 0 done · 1 content or build problem · 2 usage · 3 environment · 70 our bug · 130 interrupted.\n",
    ]
    found: list[tuple[str, click.Command]] = [("packs", packs)]
    for name in COMMANDS:
        command = packs.get_command(click.Context(packs), name)
        assert command is not None
        found.append((f"packs {name}", command))
        if isinstance(command, click.Group):
            found += [(f"packs {name} {sub}", command.commands[sub]) for sub in sorted(command.commands)]
    for name, command in found:
        context = click.Context(command, info_name=name, terminal_width=100, max_content_width=100)
        out.append(f"## {name}\n\n```text\n{command.get_help(context)}\n```\n")
    return NOTE + "\n".join(out)


def schemas() -> str:
    """The keys of bank, project and theme files, mapping by mapping."""
    from builder.content.schema import SCHEMAS, schema_text

    out = ["# Files\n", "The same as JSON Schema: `packs schema bank|packs|theme|campaign`.\n"]
    for name, (_, relative) in SCHEMAS.items():
        schema = json.loads(schema_text(name))
        out.append(
            f"## `{relative.replace('.schema.json', '.yaml').replace('bank', '<id>').replace('/campaign', '/<id>')}`\n"
        )
        for title, part in [(schema["title"], schema), *sorted(schema.get("$defs", {}).items())]:
            out.append(_mapping(title, part))
    return NOTE + "\n".join(out)


def _mapping(title: str, part: dict[str, Any]) -> str:
    if "properties" not in part:
        return (
            f"### {title}\n\n{part.get('description', '')}\n\n{' · '.join(f'`{v}`' for v in part['enum'])}\n"
        )
    required = set(part.get("required", ()))
    rows = [
        f"| `{key}`{' *' if key in required else ''} | {_kind(value)} | {_oneline(value.get('description', ''))} |"
        for key, value in part["properties"].items()
    ]
    return "\n".join(
        [
            f"### {title}\n",
            _oneline(part.get("description", "")),
            "\n| key (* required) | value | meaning |\n|---|---|---|",
            *rows,
            "",
        ]
    )


def _kind(value: dict[str, Any]) -> str:
    if "$ref" in value:
        return value["$ref"].rpartition("/")[2]
    if "anyOf" in value:
        return " or ".join(_kind(v) for v in value["anyOf"] if v.get("type") != "null")
    if "enum" in value:
        return " · ".join(f"`{v}`" for v in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    if value.get("type") == "array":
        return f"list of {_kind(value['items'])}"
    if value.get("type") == "object":
        return "mapping"
    limits = [f"{value[k]}" for k in ("minimum", "maximum") if k in value]
    return str(value.get("format", value.get("type", ""))) + (f" {'–'.join(limits)}" if limits else "")


def _oneline(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def codes() -> str:
    """Every code that a finding can carry; rules have a page of their own."""
    from builder.checks.codes import all_codes
    from builder.checks.registry import ALL_RULES

    rules = {rule.code for rule in ALL_RULES}
    rows = [
        f"| {f'[`{code}`](rules/{code}.md)' if code in rules else f'`{code}`'} "
        f"| {_oneline(meaning.in_language('en'))} | {_oneline(meaning.in_language('zh'))} |"
        for code, meaning in all_codes().items()
    ]
    return NOTE + "# Codes of findings\n\n| code | meaning | 含义 |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def rules() -> dict[str, str]:
    """File name → page of every rule: what it asks for, an example that breaks it, and the same mended."""
    from builder.checks.registry import ALL_RULES

    return {f"rules/{rule.code}.md": _rule(rule) for rule in ALL_RULES}


def _rule(rule: Rule | ProjectRule) -> str:
    from builder.checks.codes import all_codes
    from builder.checks.examples import example_of

    example, meaning = example_of(rule.code), all_codes()[rule.code]
    weight = f"{rule.severity}, cannot be ignored" if rule.firm else str(rule.severity)
    return (
        f"{NOTE}# {rule.code}\n\n{meaning.in_language('zh')}\n\n{meaning.in_language('en')}\n\n"
        f"Weight: {weight}.\n\n"
        f"## Wrong · 错误写法\n\n```yaml\n{example.wrong}\n```\n\n```text\n{_said(rule.code, 'zh')}\n```\n\n"
        f"```text\n{_said(rule.code, 'en')}\n```\n\n"
        f"## Right · 正确写法\n\n```yaml\n{example.right}\n```\n"
    )


def _said(code: str, language: str) -> str:
    """What the check says of the wrong example, as the command prints it."""
    from builder.checks.examples.trial import findings_of
    from builder.cli.showing import finding_text
    from builder.words import choose_language

    choose_language(language)
    said = "\n".join(finding_text(f) for f in findings_of(code, wrong=True) if f.code == code)
    choose_language("en")
    return said


def main() -> int:
    """Writes the pages; with `--check`, only says which are stale."""
    folder = ROOT / "docs" / "reference"
    written = pages()
    stale = [
        name
        for name, text in written.items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != text
    ]
    gone = [f for f in sorted(folder.rglob("*.md")) if f.relative_to(folder).as_posix() not in written]
    stale += [f.name for f in gone]
    if "--check" in sys.argv:
        print(*stale, sep="\n")
        return int(bool(stale))
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    for file in gone:
        file.unlink()
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
