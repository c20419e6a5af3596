"""Mail: subject and body, lines broken for a mailbox joined again."""

from __future__ import annotations

from email.message import EmailMessage

from twosource.documents import load

from .making import PARAGRAPH, SECOND

WRAPPED = """Two bridges over the river were hit overnight, the transport ministry
said on Monday, and traffic on the only road to the port was stopped
until the spans could be inspected.

- Four people were wounded.
- Two are missing.

--\u0020
Press office
"""


def message(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Northline Wire <desk@northline.example>"
    mail["Subject"] = "Bridges hit – update"
    mail["Date"] = "Mon, 28 Apr 2025 14:10:00 +0300"
    mail["Message-ID"] = "<1@northline.example>"
    return mail


def test_plain_mail():
    mail = message()
    mail.set_content(WRAPPED)
    document = load(mail.as_bytes(), "a.eml").documents[0]
    assert document.text == (
        f"Bridges hit – update\n\n{PARAGRAPH}\n\n- Four people were wounded.\n- Two are missing."
    )
    assert document.publisher == "Northline Wire"
    assert document.published_at == "2025-04-28T14:10:00+03:00"
    assert document.key == "<1@northline.example>"
    assert document.title == "Bridges hit – update"


def test_html_mail_with_an_attachment():
    mail = message()
    mail.set_content(f"<html><body><p>{PARAGRAPH}</p><p>{SECOND}</p></body></html>", subtype="html")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    text = load(mail.as_bytes(), "a.eml").documents[0].text
    assert text == f"Bridges hit – update\n\n{PARAGRAPH}\n\n{SECOND}"


def test_both_kinds_give_the_plain_one():
    mail = message()
    mail.set_content("Plain words.")
    mail.add_alternative("<p>Other words.</p>", subtype="html")
    assert load(mail.as_bytes(), "a").documents[0].text.endswith("Plain words.")


def test_an_unknown_charset_is_read_by_its_bytes():
    mail = message()
    mail.set_content("Café au bord de l’eau, où il était.")
    data = mail.as_bytes().replace(b'charset="utf-8"', b'charset="x-none"')
    assert "Café au bord" in load(data, "a.eml").documents[0].text
