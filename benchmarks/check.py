"""Measures `packs check` on many questions: `.venv/bin/python benchmarks/check.py [--keep FOLDER]`.

Makes a project of 5,000 different questions (40 banks of 100 and one of 1,000), checks it with the real command in a
process of its own, and reads the same YAML alone. Seconds differ from machine to machine, the ratio less so.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from table import Row, in_turn, s, shown

BANKS, IN_EACH, IN_LARGE = 40, 100, 1000
RUNS = 3


def _each(text: str) -> list[str]:
    return text.split("|")


WHO = _each(
    "客户|会员|商户|代理商|师傅|新坐席|老坐席|班组长|质检员|供应商|住户|乘客|读者|学员|租客|店长|司机|快递员|患者家属|志愿者"
)
WHERE = _each(
    "夜班|大促首日|节假日|系统升级当晚|月底结算|开学季|台风天|换季|新店开业|搬迁周|停电|改版上线|年终盘点|抽查当天|考核周"
)
WHAT = _each(
    "账单多收两个月服务费|退货被仓库拒收|安装改约三次仍无人上门|预约名额被别人占用|发票抬头写错|积分到期未提醒|配件发成旧型号|押金迟迟不退"
    "|录音里听不清承诺|工单被关了两次|会话转了四个人|短信链接打不开|门锁半夜失灵|水表读数突增|行李送错城市|课程临时取消|订座系统重复扣款"
    "|知识库两处说法相反|排班表漏了一个人|培训资料是去年的"
)
ASK = _each(
    "先从哪里查起|怎样答复对方|找谁一起办|先办哪一件|凭什么下结论|怎样把话说清楚|给出哪两个办法|怎样约定下一次联系|怎样防止再发生|留下哪些记录"
    "|哪些事要请示|怎样安抚在场的人|怎样安排人手|到下班前做到哪一步|怎样向上级说明|用什么数检验"
)
SAID = _each(
    "今天不给说法就发到网上|上次那位已经答应了|我只信书面的|你们内部的事我不管|我等了整整一个下午|换个能作主的人来|我有全部截图|别再让我从头讲"
)


def bank_text(name: str, count: int, lots: random.Random) -> str:
    """A bank of that many questions, no two alike."""
    head = f"""id: {name}
title: 测试题库
locale: zh-CN
version: "1.0"
position: {{title: 服务专员, key_tasks: [受理, 回访]}}
competencies:
  - {{id: judgement, name: 判断, definition: 分得清轻重。, indicators: [说得出依据], weight: 50}}
  - {{id: care, name: 用心, definition: 听得懂来意。, indicators: [复述来意], weight: 50}}
owner: 招聘组
review_due: 2099-01-01
retention: 保存一年后销毁。
sections:
  - id: all
    title: 全部
    points: 80
    minutes: 600
    draw: 8
    questions:
"""
    return head + "".join(question_text(i, lots) for i in range(count))


def question_text(number: int, lots: random.Random) -> str:
    """One question with probes, guide and rubric, of about the size of a real one."""
    who, other = lots.sample(WHO, 2)
    what, also, third = lots.sample(WHAT, 3)
    first, second = lots.sample(ASK, 2)
    where, said = lots.choice(WHERE), lots.choice(SAID)
    hour, queue, rate = lots.randint(7, 22), lots.randint(11, 400), lots.randint(31, 97)
    levels = "".join(
        f"              - {{label: {label}, min: {low}, max: {high}, descriptor: {text}}}\n"
        for label, low, high, text in (
            ("好", 4, 5, f"说清{what}的起因和{hour}点前的安排，并回访{who}"),
            ("中", 2, 3.5, f"只谈{also}，没有提到{other}"),
            ("差", 0, 1.5, f"把{third}推给别人，{queue}件积压无人管"),
        )
    )
    return f"""      - id: q-{number}
        title: {where}与{what}
        type: situational
        competencies: [judgement, care]
        points: 10
        think_minutes: 1
        answer_minutes: 4
        scenario: {where}{hour}点，{who}来电说{what}，同时{other}反映{also}，排队{queue}件，接通率{rate}%。{who}说：“{said}。”
        stem: 面对{what}，你{first}？{hour + 1}点以前，你{second}？
        probes:
          - {other}不肯配合时，你怎么接着说？
          - 到了第二天，你从哪里看得出结果？
          - 排队涨到{queue * 2}件，你的安排怎么变？
        guide:
          intent: 看能否在{where}分清{what}与{also}的轻重。
          key_points:
            - {{text: 查明{what}的经过并向{who}说明时限, points: 5}}
            - {{text: 给{other}两个可选的办法，写入{third}的记录, points: 5}}
          model_answer: 我先请{who}说完{what}的经过，记下时间和金额，再请{other}把{also}的单号发来；{hour}点半之前给双方回话，做不到的当面说明，并把{third}一并登记。
          common_errors: [一听{what}就道歉退款, 忘了{also}还在排队]
        rubric:
          - id: facts
            title: 查明事实
            points: 5
            competency: judgement
            levels:
{levels}          - id: action
            title: 办到底
            points: 5
            competency: care
            levels:
{levels}"""


def make_project(root: Path) -> list[Path]:
    """A project of 5,000 questions in that folder; its bank files."""
    (root / "content").mkdir(parents=True)
    (root / "packs.yaml").write_text("locale: zh-CN\n", encoding="utf-8")
    lots = random.Random(20261122)
    sizes = {**{f"bank-{i:02}": IN_EACH for i in range(BANKS)}, "large": IN_LARGE}
    for name, count in sizes.items():
        (root / "content" / f"{name}.yaml").write_text(bank_text(name, count, lots), encoding="utf-8")
    return sorted((root / "content").glob("*.yaml"))


def check(root: Path) -> None:
    """The real command, in a process of its own; what it finds is not the point here."""
    packs = Path(sys.executable).with_name("packs")
    command = [str(packs), "check", "--project", str(root), "--format", "json", "-q"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)


def read(files: list[Path]) -> None:
    """The YAML alone, in this process."""
    from builder.content.reading import read_source

    for file in files:
        read_source(file)


def rows(keep: Path | None = None) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        root = keep or Path(folder) / "project"
        files = make_project(root)
        size = sum(file.stat().st_size for file in files) / 1_000_000
        checking, reading = in_turn(lambda: check(root), lambda: read(files), RUNS)
    count = BANKS * IN_EACH + IN_LARGE
    what = f"`packs check` of {count:,} questions in {len(files)} banks ({size:.1f} MB), against reading their YAML alone"
    yield Row(what, s(checking), s(reading), f"{checking / reading:.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="a new folder for the project, to look at or to profile")
    print(shown(list(rows(parser.parse_args().keep))))
