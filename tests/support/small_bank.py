"""A small bank that has something in every field, and short ways to spoil and to read it.

Whatever only interviewers may see holds the character 密; nothing else does.
"""

from __future__ import annotations

from pathlib import Path

from builder.content.bank import LoadedBank, load_bank
from builder.content.project import Workspace, open_workspace

HERE = "‸"
"""In a replacement: the place where a finding is expected."""

BANK = """\
id: night-desk
title: 夜班服务台结构化面试
locale: zh-CN
version: "1.0"
position: {title: 夜班服务台专员, grade: 三级, key_tasks: [值守夜间服务台, 交接未办结事项]}
competencies:
  - id: handover
    name: 交接
    definition: 把没有办完的事交清楚。
    indicators: [密：写得出责任人和时间]
    weight: 60
    weight_rationale: 密：漏交最伤客户
    anchors:
      - {score: 1, descriptor: 密：说不出交给了谁}
      - {score: 5, descriptor: 密：说得出时间和责任人}
  - id: calm
    name: 沉着
    definition: 慌乱时步骤不乱。
    indicators: [密：先做要紧的]
    weight: 40
    weight_rationale: 密：慌乱可以练
    anchors:
      - {score: 3, descriptor: 密：能稳住但说不出步骤}
marking: 密件甲
owner: 密：招聘组
review_due: 2099-06-30
retention: 密：保存六个月
scripts: {opening: "密：本次共{n}题。", closing: 密：请离场。}
changes:
  - {version: "1.0", date: 2026-11-01, note: 密：初稿}
handout:
  role: 夜间值守服务台。
  format: 三名考官逐题宣读。
  competency_notes: {handover: 怎样把事情交清楚。}
  privacy: 面试记录保存六个月后销毁。
sections:
  - id: past
    title: 经历
    points: 10
    minutes: 12
    questions:
      - id: q-handover
        title: 密题名：交接
        type: behavioural
        competencies: [handover, calm]
        points: 6
        think_minutes: 1
        answer_minutes: 4
        tags: [重点]
        scenario: 凌晨两点还有三件事没有办完。
        stem: 请讲一次你交接没有办完的工作的经过。
        task: 说清楚交给了谁。
        probes: [密：对方怎样确认收到？]
        guide:
          intent: 密：区分交清楚和交出去。
          key_points:
            - {text: 密：说出责任人, points: 4, must_have: true}
            - {text: 密：说出时间, points: 2}
          model_answer: 密：我把三件事写在交接单上。
          analysis: 密：亲历者记得时间。
          common_errors: [密：只说交了]
          red_flags:
            - {behaviour: 密：把责任推给同事, effect: 密：记下原话}
        rubric:
          - id: clear
            title: 密项：交清楚
            points: 6
            competency: handover
            levels:
              - {label: 密好, min: 4.5, max: 6, descriptor: 密：责任人和时间都有}
              - {label: 密中, min: 2, max: 4, descriptor: 密：只有一项}
              - {label: 密差, min: 0, max: 1.5, descriptor: 密：都没有}
        calibration:
          - {level: low, answer: 密：我交给下一班了。, points: 1, reason: 密：没有名字}
          - {level: mid, answer: 密：我交给了小周。, points: 3.5, reason: 密：没有时间}
          - {level: high, answer: 密：我六点前交给了小周并回访。, points: 6, reason: 密：样样都有}
      - id: q-calm
        title: 密题名：沉着
        type: situational
        competencies: [calm, handover]
        points: 4
        answer_minutes: 3
        stem: 两部电话同时响，你怎么办？
        probes: [密：先接哪一部？]
        guide:
          intent: 密：看先后。
          key_points:
            - {text: 密：说出先后和理由}
        rubric:
          - id: order
            title: 密项：先后
            points: 4
            competency: calm
            levels:
              - {label: 密行, min: 2.5, max: 4, descriptor: 密：有先后}
              - {label: 密否, min: 0, max: 2, descriptor: 密：没有先后}
      - id: p-hello
        type: open
        competencies: [calm]
        points: 0
        answer_minutes: 2
        practice: true
        stem: 请用一分钟介绍你的上一个夜班。
        probes: [密：练习题的追问]
        guide: {intent: 密：练习题的思路}
      - id: d-later
        type: open
        competencies: [calm]
        points: 3
        answer_minutes: 2
        status: draft
        stem: 密：还没有定稿的题。
"""


def edited(old: str, new: str, text: str = BANK) -> str:
    """The bank with one passage replaced; the passage must stand there exactly once."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the line and column of each, from 1."""
    lines, places = text.split("\n"), []
    for number, line in enumerate(lines):
        while (column := lines[number].find(HERE)) >= 0:
            lines[number] = lines[number].replace(HERE, "", 1)
            places.append((number + 1, column + 1))
        assert line.replace(HERE, "") == lines[number]
    return "\n".join(lines), places


def loaded(folder: Path, text: str = BANK, name: str = "night-desk") -> LoadedBank:
    """The bank of that text, written to a folder; it must be one."""
    file = folder / f"{name}.yaml"
    file.write_text(text, encoding="utf-8")
    bank, findings = load_bank(file, Path(file.name))
    assert bank is not None, [str(f.sentence) for f in findings]
    return bank


def project(root: Path, packs: str = "locale: zh-CN\n", **banks: str) -> Workspace:
    """A project folder with packs.yaml and banks by id (`_` for `-`)."""
    (root / "content").mkdir(parents=True, exist_ok=True)
    (root / "packs.yaml").write_text(packs, encoding="utf-8")
    for name, text in banks.items():
        (root / "content" / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return open_workspace(root)
