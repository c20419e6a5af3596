"""Markdown with YAML front matter: the words without their markup, metadata from the front."""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.documents.credit import read_byline
from twosource.documents.draft import Draft, Drafts, compose
from twosource.documents.publication import address, iso_time, line
from twosource.model import Problem

MAX_FRONT = 65_536  # code points of front matter
_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.S | re.M)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_FENCE = re.compile(r"^(?:```|~~~)[^\n]*\n", re.M)
_RULE = re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$", re.M)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_BULLET = re.compile(r"^\s*[-*+][ \t]+")
_INLINE = (
    (re.compile(r"!\[([^\]]{0,500})\]\([^)]{0,2000}\)"), ""),  # pictures
    (re.compile(r"\[([^\[\]]{0,500})\]\([^)\s]{0,2000}(?:\s+\"[^\"]{0,200}\")?\)"), r"\1"),  # links
    (re.compile(r"\[([^\[\]]{1,500})\]\[[^\[\]]{0,100}\]"), r"\1"),
    (re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]+\S.*$", re.M), ""),  # link definitions
    (re.compile(r"<(https?://[^>\s]{1,2000})>"), r"\1"),
    (re.compile(r"(?<![\w*])(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1(?!\w)", re.S), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)(.{1,300}?)(?<=\S)\1(?!\w)", re.S), r"\2"),
    (re.compile(r"`([^`\n]{1,300})`"), r"\1"),
    (re.compile(r"</?(?:b|i|em|strong|br|span|sup|sub|u|p|div|a)\b[^<>]{0,500}>", re.I), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])"), r"\1"),
)


def read_markdown(text: str, path: str) -> Drafts:
    """One draft; front matter that is not YAML is said, and the rest still read."""
    text = text.replace("\r\n", "\n").replace(_MARK, "")
    front: Mapping[str, object] = {}
    if match := _FRONT.match(text):
        parsed = _front_matter(match.group(1), path)
        text = text[match.end() :]
        if isinstance(parsed, Problem):
            yield parsed
        else:
            front = parsed
    heading, body = _body(text)
    title = _field(front, "title", "headline") or heading
    if heading and title != heading:
        body = f"{heading}\n\n{body}"
    lead = _field(front, "lead", "lede", "standfirst", "dek", "subtitle", "description", "summary")
    full, span = compose(title, lead, body)
    written = _field(front, "byline", "author", "by", "authors")
    credit = read_byline(written) if written else None
    cites = (address(front.get(name)) for name in ("source_url", "based_on", "isBasedOn"))
    yield Draft(
        text=full,
        media_type="text/markdown",
        title=title,
        title_span=span,
        url=address(_field(front, "url", "canonical", "canonical_url", "link", "permalink")),
        publisher=_field(front, "publisher", "outlet", "site", "source", "newspaper"),
        published_at=iso_time(_field(front, "published_at", "published", "date", "pubdate")),
        modified_at=iso_time(_field(front, "modified_at", "modified", "updated", "lastmod")),
        language=_field(front, "language", "lang"),
        byline=credit.byline if credit else None,
        agency=_field(front, "agency", "wire", "credit") or (credit.agency if credit else None),
        dateline=_field(front, "dateline"),
        cites=tuple(filter(None, cites)),
        given=_field(front, "id"),
    )


def _front_matter(text: str, path: str) -> Mapping[str, object] | Problem:
    import yaml

    try:
        if len(text) > MAX_FRONT:
            raise ValueError(f"longer than {MAX_FRONT} characters")
        # every scalar a string: a date stays as written
        found = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        what = " ".join(str(error).split())[:160]
        return Problem(path, f"front matter is not YAML ({what})", "the text below it was read")
    if found in (None, ""):
        return {}
    if not isinstance(found, dict):
        return Problem(path, "front matter is not a list of fields", "the text below it was read")
    return {str(name).lower(): value for name, value in found.items()}


def _field(front: Mapping[str, object], *names: str) -> str | None:
    for name in names:
        value = front.get(name)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            value = ", ".join(value[:20])
        if found := line(value):
            return found
    return None


def _body(text: str) -> tuple[str | None, str]:
    """The first top heading (where nothing stands above it) and the rest without markup."""
    text = _RULE_OR_FENCE.sub("", _COMMENT.sub("", text))
    lines: list[str] = []
    for raw in text.split("\n"):
        stripped = raw.rstrip()
        while stripped.lstrip().startswith(">"):
            stripped = stripped.lstrip()[1:].removeprefix(" ")
        _take(stripped, lines)
    plain = "\n".join(lines)
    for pattern, replacement in _INLINE:
        plain = pattern.sub(replacement, plain)
    plain = re.sub(r"\n{3,}", "\n\n", plain).strip()
    first, _, rest = plain.partition("\n")
    if first.startswith(_MARK):
        return first.removeprefix(_MARK), rest.replace(_MARK, "").strip()
    return None, plain.replace(_MARK, "")


_RULE_OR_FENCE = re.compile(f"{_FENCE.pattern}|{_RULE.pattern}(?<!-)", re.M)
_MARK = "\x02"  # marks a top heading until the title is taken


def _take(raw: str, lines: list[str]) -> None:
    """Join a soft-wrapped line to the one before, or begin a new one."""
    before = lines[-1] if lines else ""
    if heading := _HEADING.match(raw):
        mark = _MARK if len(heading.group(1)) == 1 else ""
        lines.extend(["", mark + heading.group(2), ""])
    elif before and _UNDERLINE.match(raw):
        lines[-1:] = [(_MARK if "=" in raw else "") + before, ""]
    elif before and raw.strip() and not _ITEM.match(raw) and "|" not in raw[:2]:
        lines[-1] = f"{before} {raw.strip()}"
    else:
        lines.append(_BULLET.sub("", raw).strip())
