"""Real files, built small: what the formats' own writers would make."""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence

PARAGRAPH = (
    "Two bridges over the river were hit overnight, the transport ministry said on Monday, and "
    "traffic on the only road to the port was stopped until the spans could be inspected."
)
SECOND = (
    "Four people were wounded, according to the regional governor, who said that rescue crews "
    "were still searching the bank below the eastern pier for two missing road workers."
)


def page(body: str = "", head: str = "", title: str = "Bridges hit overnight") -> str:
    """A news page with menu, article, teasers and footer."""
    article = body or f"<p>{PARAGRAPH}</p><p>{SECOND}</p>"
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title} | Harbour '
        f"Gazette</title>{head}</head><body><nav><ul><li><a href='/'>Home</a></li>"
        f"<li><a href='/w'>World</a></li></ul></nav><main><article><h1>{title}</h1>{article}"
        "</article></main><aside><h3>Most read</h3><ul><li><a href='/a'>Ferry line to the islands "
        "is to close after the summer season</a></li></ul></aside>"
        "<footer><p>© 2025 Harbour Gazette. All rights reserved.</p></footer></body></html>"
    )


def pdf(lines: Sequence[str], title: str | None = None) -> bytes:
    """A PDF of one page with a text layer: one line of Helvetica below the other."""
    shown = "".join(
        "({}) Tj T* ".format(ln.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)"))
        for ln in lines
    )
    stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown}ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%b) >>" % (title or "").encode("latin-1"),
    ]
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    info = b" /Info 6 0 R" if title else b""
    out.write(b"trailer << /Size %d /Root 1 0 R%b >>\n" % (len(objects) + 1, info))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def warc(
    pages: Sequence[tuple[str, bytes]], gz: bool = True, kind: str = "text/html; charset=utf-8"
) -> bytes:
    """A web archive as warcio writes it."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gz)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for url, payload in pages:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url, "response", payload=io.BytesIO(payload), http_headers=headers
        )
        writer.write_record(record)
    return out.getvalue()


def bomb(megabytes: int) -> bytes:
    """Zeros, packed: a small file that unpacks to a large one."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed:
        for _ in range(megabytes):
            packed.write(b"\0" * 1024 * 1024)
    return out.getvalue()


def rss(items: str, title: str = "Gulf Aggregator") -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>{title}</title><link>https://aggregator.example/</link><language>en</language>"
        f"{items}</channel></rss>"
    ).encode()
