"""What sites put around and between the lines of a document goes, with its reason; every line of the document stays."""

from __future__ import annotations

import pytest
from cleaned_text import left_of, manuscript_of, reasons_of

DOCUMENT = """前台接待面试题
一、服务意识(共2题,每题10分)
1.一位客人要退一件没有吊牌的外套,你怎么处理?
答案:先请客人坐下,看小票和外套,再按规定告诉他能退还是只能换。
2.排队的人说你偏心先办了熟人,你怎么回应?
答案:当面说明叫号顺序,请他看屏幕上的号码,并为他多等的几分钟道歉。"""
ENDLESS = DOCUMENT.replace("\n", "")

NOTICES_ABOVE = (
    "版权说明:此文档由网友上传,版权归上传者所有,如认为侵权可在线举报",
    "版權說明:此文檔由網友上傳,版權歸上傳者所有,如認為侵權可在線舉報",
    "文档简介",
    "本文档由用户小满上传分享,如有侵权请联系网站删除",
    "1. 1、付费下载本站文档只得到阅读权,并不等于买下它的版权",
    "3、如文档侵犯他人权益,可点“版权申诉”,或拨打举报电话:400-000-0000",
    "4、本篇是VIP文档,开通会员即可下载。",
    "第PAGE页共NUMPAGES页",
    "第 1 页 共 12 页",
    "上传时间:2026-03-02",
    "文档格式:DOCX",
    "(点击展开阅读全文)",
    "关注公众号“题海”,领取更多资料",
    "微信扫一扫关注我们",
    "京ICP备00000000号-1",
    "来源：某某网　发布时间：2023-05-06　浏览：2345次",
    "作者：小满 | 来源：题海网 | 时间：2023-05-06 08:30",
    "文章来源：题海网",
)
NOTICES_BELOW = (
    "温馨提示\n- 1. 本站资源需安装阅读器查看,压缩包请先解压。",
    "温馨提示\n3. 本站压缩包里有没有图纸,以网页上的预览为准。",
    "4. 文件只供学习,不得用于商业或盈利用途。",
    "6. 下载的文件如有侵权,请联系本站删除。",
    "最新文档\n- 仓库管理制度\n- 2026年某市招聘8人考试题库附答案解析\n- GB/T 00000-2020灯具安装要求",
    "相关文档\n如何写好年度总结?\n物业服务合同范本",
    "猜你喜欢\n消防演练方案\n评论\n0/150\n提交评论",
    "文档评论(0)\n139****0000 +关注\n实名认证\n文档贡献者\n这个人很懒,没有写简介\n百万VIP精品文档",
    "发表评论\n收藏\n分享\n举报",
    "点赞\n收藏\n分享到：某某 某某\n上一篇：行政专员面试题\n下一篇：出纳面试题",
    "全部评论(2)\n写得很好,谢谢楼主。\n求分享!",
    "(注：可编辑下载，若有不当之处，请指正，谢谢！)",
    "版权声明:本文归原作者所有,未经许可不得转载。",
    "本文来自题海网,转载请注明出处。",
    "原文链接：https://example.com/1",
    "免责声明:本站内容来自网友上传,如有侵权请联系删除。",
)


@pytest.mark.parametrize("notice", NOTICES_ABOVE)
def test_a_notice_above_the_document_is_left_out(notice):
    assert left_of(f"{notice}\n{DOCUMENT}") == DOCUMENT
    assert list(reasons_of(f"{notice}\n{DOCUMENT}")) == [notice]


@pytest.mark.parametrize("notice", NOTICES_BELOW)
def test_a_notice_below_the_document_is_left_out(notice):
    assert left_of(f"{DOCUMENT}\n{notice}") == DOCUMENT


@pytest.mark.parametrize("notice", NOTICES_BELOW)
def test_notices_do_not_hide_each_other(notice):
    assert left_of("\n".join([*NOTICES_ABOVE, DOCUMENT, notice])) == DOCUMENT


def test_reasons_say_what_was_left_out():
    reasons = reasons_of(f"{DOCUMENT}\n第 2 页\n最新文档\n消防演练方案\n评论\n0/150")
    assert reasons["第 2 页"] == "a page number"
    assert reasons["消防演练方案"] == "links to other documents"
    assert reasons["0/150"] == "comments of the site's users"


@pytest.mark.parametrize(
    "around",
    [
        "版权说明:本文档由用户提供并上传,收益归属内容提供方,若内容存在侵权,请进行举报或认领文档简介{}",
        "前台接待面试题.docxVIP{}",
        "{}温馨提示1. 本站所有资源如无特殊说明,都需要本地电脑安装阅读器。最新文档仓库管理制度消防演练方案评论0/150提交评论",
        "{}最新文档仓库管理制度安全员考试题库2026年招聘8人试题及答案",
        "{}文档评论(0)139****0000 +关注实名认证",
    ],
)
def test_in_one_endless_line_both_ends_are_cut_off(around):
    assert left_of(around.format(ENDLESS)) == ENDLESS


def test_page_numbers_go_out_of_the_middle_of_sentences():
    first, second = ENDLESS[:60], ENDLESS[60:]
    text = f"{first}第 1 页 共 2 页{second}第 2 页 共 2 页"
    assert left_of(text) == ENDLESS
    assert [str(piece.reason) for piece in manuscript_of(text).left_out] == ["a page number"] * 2


ENGLISH = """Front desk interview questions
1. A guest asks for a refund without a receipt. What do you do?
Sample answer: I look the payment up by card and date, and tell the guest what I can do.
2. How do you keep a queue calm?
Sample answer: I say how long it takes, and call the next number loudly."""


@pytest.mark.parametrize(
    "site",
    [
        "We use cookies to improve your experience. Read more.\nAccept all cookies\n{}",
        "Skip to main content\nHome | Blog | Contact us\nDownload PDF\n{}",
        "Published: March 3, 2025\n5 min read\nShare this article\n{}",
        "{}\nRelated articles\nHow to hire a receptionist?\n12 ways to write a job ad",
        "{}\nYou may also like\nOnboarding checklist\nSubscribe to our newsletter\n© 2026 Example Ltd. All rights reserved.",
        "{}\nLeave a comment\nPrivacy policy | Terms of use",
        "{}\nPage 3 of 12",
    ],
)
def test_english_sites_too(site):
    assert left_of(site.format(ENGLISH)) == ENGLISH


TRUE_LINES = (
    "3.客户打举报电话说我们网站上传的文档侵权,要求删除并退款,你怎么处理?",
    "答案:我会先记下他的版权证明,请他点“侵权申诉”,再把举报电话400-000-0000告诉他。",
    "答案:版权问题不能当场答应,我会说明本站的下载规则,并请法务在一个工作日内回复客户。",
    "4.会员付费下载后发现文档缺页,在评论区骂人,你怎么回复?",
    "要点:不删评论;先道歉;补发文档或退还积分。",
    "情境描述:某资料网站的VIP客户投诉,付费下载的文档打不开,要求全额退款。",
    "请说说你对“本站不承担责任”这句话的看法。",
    "5.请结合第3页共12页的报表,说说投诉量为什么上升?",
    "追问:如果客户要在网上曝光,你会怎么做?",
    "评分标准:",
    "1.能说出版权声明与免责声明的区别(5分)",
    "2.提到举报渠道、处理时限和回访(5分)",
    "工作时间内必须接听,下班后转值班电话。",
    "分享一次你被客户举报的经历。",
    "6. How would you reply to a customer who asks you to share this with the manager?",
    "Sample answer: I subscribe to the rule that copyright complaints go to legal within a day.",
)
LISTS = (
    "3.你会从哪里找线索?\n答案:我看三处:\n1.用户评论\n2.相关文档\n3.免责声明\n4.历史工单",
    "3.客户的差评怎么跟进?\n答案:分三步。\n(1)评论\n(2)分享\n(3)回访",
)
CANDIDATES_NOTES = """注意事项
1.请携带身份证,提前15分钟到场。
2.未经允许不得将题本、草稿纸带出考场,不得拍照上传网络。
3.举报电话:000-00000000,工作时间:9:00—18:00。
4.手机请关机并交给工作人员保管。"""


@pytest.mark.parametrize("line", TRUE_LINES)
def test_true_sentences_with_a_sites_words_stay(line):
    for text in (f"{DOCUMENT}\n{line}", f"{line}\n{DOCUMENT}", f"{DOCUMENT}\n{line}\n最新文档\n消防演练方案"):
        assert line in left_of(text).split("\n")
    assert line in left_of(ENDLESS + line)


@pytest.mark.parametrize("items", LISTS)
def test_items_of_the_last_answer_stay(items):
    assert left_of(f"{DOCUMENT}\n{items}") == f"{DOCUMENT}\n{items}"
    assert left_of(f"{DOCUMENT}\n{items}\n最新文档\n消防演练方案\n评论\n0/150") == f"{DOCUMENT}\n{items}"


@pytest.mark.parametrize("place", ["{notes}\n{document}", "{document}\n{notes}"])
def test_notes_for_candidates_stay(place):
    text = place.format(notes=CANDIDATES_NOTES, document=DOCUMENT)
    assert left_of(text) == text


def test_a_list_of_contents_is_left_out_and_the_headings_stay():
    contents = "目录\n一、服务意识……1\n二、应急处理……3\n"
    body = f"{DOCUMENT}\n二、应急处理\n1.停电了,你先做什么?\n答案:先看电梯里有没有人。"
    assert left_of(contents + body) == body
    assert set(reasons_of(contents + body).values()) == {"a table of contents"}


def test_contents_without_page_numbers_are_known_by_standing_again():
    body = f"{DOCUMENT}\n二、应急处理\n1.停电了,你先做什么?\n答案:先看电梯里有没有人。"
    assert left_of(f"目 录\n一、服务意识\n二、应急处理\n{body}") == body


def test_a_preview_before_the_full_text_is_left_out():
    lines = DOCUMENT.split("\n")
    preview = [*lines[:4], lines[4][:12] + "…"]
    assert left_of("\n".join([*preview, "查看全文", *lines])) == DOCUMENT


def test_questions_that_stand_twice_stay_for_the_check_to_find():
    twice = f"{DOCUMENT}\n3.一位客人要退一件没有吊牌的外套,你怎么处理?\n答案:同第一题。"
    assert left_of(twice) == twice


def test_the_title_at_the_head_of_every_page_is_left_out():
    lines = DOCUMENT.split("\n")
    pages = [*lines[:3], lines[0], *lines[3:5], lines[0], *lines[5:]]
    assert left_of("\n".join(pages)) == DOCUMENT
    assert set(reasons_of("\n".join(pages)).values()) == {"the title at the head of a page"}


def test_a_files_name_is_the_title_where_no_other_is():
    assert left_of(f"前台接待面试题.docxVIP\n{DOCUMENT}") == DOCUMENT
    untitled = DOCUMENT.split("\n", 1)[1]
    assert left_of(f"店长竞聘.docxVIP\n店长竞聘.docx\n{untitled}") == f"店长竞聘\n{untitled}"
    assert "投诉登记表.xlsx" in left_of(f"{DOCUMENT}\n3.请打开下面的表,说说哪一栏填错了?\n投诉登记表.xlsx")
