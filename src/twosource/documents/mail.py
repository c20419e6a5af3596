"""One e-mail message (``.eml``): a newsletter, a press office's mailing, a forwarded dispatch."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from twosource.documents.draft import Draft, Drafts, compose
from twosource.documents.encoding import decode
from twosource.documents.publication import iso_time, line
from twosource.documents.wrapping import unwrap
from twosource.model import Problem

SIGNATURE = "\n-- \n"  # RFC 3676: what stands below is no text of the message


def read_mail(data: bytes, path: str) -> Drafts:
    """One draft: subject and body; attachments are not read."""
    message = message_from_bytes(data.lstrip(b"\r\n"), policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = _body(message)
    if body is None:
        yield Problem(
            path, "has no text part", "attachments are not read: save and read them alone"
        )
        return
    subject = _header(message, "subject")
    text, span = compose(subject, body)
    name, sender = parseaddr(_header(message, "from") or "")
    yield Draft(
        text=text,
        media_type="message/rfc822",
        title=subject,
        title_span=span,
        publisher=line(name) or line(sender),
        published_at=iso_time(_header(message, "date")),
        language=_header(message, "content-language"),
        message=_header(message, "message-id"),
    )


def _header(message: EmailMessage, name: str) -> str | None:
    """A decoded header as one line; one that cannot be parsed is as good as none."""
    try:
        value = message.get(name)
    except (ValueError, TypeError, IndexError, AttributeError):
        return None
    return line(str(value).encode("utf-8", "replace").decode("utf-8")) if value else None


def _body(message: EmailMessage) -> str | None:
    plain = _part(message, "plain")
    if plain is not None and plain.strip():
        plain = plain.replace("\r\n", "\n").split(SIGNATURE)[0]
        return unwrap(plain)
    markup = _part(message, "html")
    if markup is None or not markup.strip():
        return None
    from twosource.documents.blocks import fragment_text

    return fragment_text(markup) or None


def _part(message: EmailMessage, kind: str) -> str | None:
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return None
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    decoded = decode(payload, part.get_content_charset())
    return decoded.text if decoded else None
