"""Who may ask, from where, and what nobody gets."""

import re

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import guarded

from twosource.web.addresses import WebAddresses, local
from twosource.web.entrance import TRIES
from twosource.web.security.hosts import host_name, is_address
from twosource.web.security.keys import Keys

SECRET = "a-long-enough-secret"


def token_of(page: str) -> str:
    found = re.search(r'<meta name="csrf" content="([0-9a-f]+)">', page)
    assert found
    return found[1]


def test_every_answer_carries_a_strict_policy(client):
    for path in ("/", "/claims", "/nowhere", "/static/app.css", "/enter"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"


def test_pages_are_not_kept_by_anybody_but_bundled_files_are(client):
    assert client.get("/claims").headers["cache-control"] == "no-store"
    css = re.search(r"/static/app\.css\?v=\w+", client.get("/").text)[0]
    assert "immutable" in client.get(css).headers["cache-control"]


def test_pages_hold_no_inline_script_style_or_handler(client):
    for path in ("/", "/claims", "/claims/c-toll", "/documents/evil", "/map", "/network"):
        text = client.get(path).text
        assert not re.search(r"<script(?![^>]*\bsrc=)", text)
        assert "<style" not in text
        assert not re.search(r"<[a-z][^>]*\s(?:style|on[a-z]+)\s*=", text)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil"])
def test_a_name_that_leads_here_by_rebinding_is_refused(client, host):
    assert client.get("/claims", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "192.168.0.7"])
def test_addresses_and_localhost_are_answered(client, host):
    assert client.get("/claims", headers={"host": host}).status_code == 200


def test_host_names_are_read_as_browsers_write_them():
    assert host_name("LocalHost.:80") == "localhost"
    assert host_name("[::1]:80") == "::1"
    assert is_address("::1")
    assert not is_address("1.2.3.4.example")


@pytest.mark.parametrize(
    "path", ["..%2f..%2fapp.py", "%2e%2e/app.py", "app.py", "/etc/passwd", "."]
)
def test_no_request_reaches_the_disk(client, path):
    answer = client.get(f"/static/{path}")
    assert answer.status_code == 404
    assert "import" not in answer.text


def test_a_form_without_the_token_of_its_session_changes_nothing(client):
    page = client.get("/").text
    assert client.post("/enter", data={"secret": "x"}).status_code == 403
    assert client.post("/enter", data={"csrf": "0" * 64}).status_code == 403
    assert client.post("/enter", data={"csrf": token_of(page)}).status_code == 303
    other = TestClient(client.app, base_url="http://127.0.0.1:8000")
    assert other.post("/enter", data={"csrf": token_of(page)}).status_code == 403


def test_a_script_may_send_the_token_as_a_header(client):
    token = token_of(client.get("/").text)
    answer = client.post("/enter", headers={"x-csrf-token": token}, data={"next": "/map"})
    assert answer.headers["location"] == "/map"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_site_cannot_send_a_form_even_with_a_token(client, headers):
    token = token_of(client.get("/").text)
    assert client.post("/enter", headers=headers, data={"csrf": token}).status_code == 403


def test_a_body_beyond_any_form_is_refused(client):
    token = token_of(client.get("/").text)
    answer = client.post("/enter", headers={"x-csrf-token": token}, content=b"x" * (17 << 20))
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil",
        "/\t/evil",
        "evil",
        "",
    ],
)
def test_nobody_is_sent_to_another_site(client, wanted):
    assert local(wanted) == "/"
    answer = client.get("/enter", params={"next": wanted})
    assert 'value="/"' in answer.text


def test_without_the_secret_nothing_is_shown(ledger_file):
    with guarded(ledger_file) as client:
        for path in ("/", "/claims", "/claims.csv", "/documents/evil"):
            answer = client.get(path)
            assert answer.status_code == 303
            assert answer.headers["location"].startswith("/enter?next=%2F")
        assert client.get("/api/claims").status_code == 401
        assert client.post("/review", data={}).status_code == 401
        assert client.get("/static/app.css").status_code == 200


def test_the_printed_address_lets_in_and_leaves_the_token_behind(ledger_file):
    with guarded(ledger_file) as client:
        answer = client.get("/enter", params={"token": SECRET, "next": "/claims?q=a"})
        assert answer.status_code == 303
        assert answer.headers["location"] == "/claims?q=a"
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert SECRET not in cookie
        assert client.get("/claims").status_code == 200


def test_the_form_lets_in_with_the_password_and_says_when_it_is_wrong(ledger_file):
    with guarded(ledger_file) as client:
        token = token_of(client.get("/enter").text)
        wrong = client.post("/enter", data={"csrf": token, "secret": "guess", "next": "/map"})
        assert wrong.status_code == 403
        assert "Try again" in wrong.text
        right = client.post("/enter", data={"csrf": token, "secret": SECRET, "next": "/map"})
        assert right.headers["location"] == "/map"
        assert client.get("/map").status_code == 200


def test_guessing_is_slow(ledger_file):
    with guarded(ledger_file) as client:
        for _ in range(TRIES):
            assert client.get("/enter?token=guess").status_code == 403
        assert client.get(f"/enter?token={SECRET}").status_code == 429


def test_a_link_of_another_site_leads_here_without_ending_the_session(ledger_file):
    elsewhere = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    with guarded(ledger_file) as client:
        answer = client.get('/claims?q="><b>', headers=elsewhere)
        assert "set-cookie" not in answer.headers
        assert "40 soldiers" not in answer.text
        assert "<b>" not in answer.text
        assert 'content="0;url=/claims?q=' in answer.text
        answer = client.get("http://127.0.0.1:8000//evil.example/x", headers=elsewhere)
        assert 'url=/evil.example/x"' in answer.text
        client.get("/enter", params={"token": SECRET})
        assert client.get("/claims", headers=elsewhere).status_code == 200


def test_a_client_with_the_secret_needs_no_session(ledger_file):
    with guarded(ledger_file) as client:
        assert (
            client.get("/claims", headers={"authorization": f"Bearer {SECRET}"}).status_code == 200
        )
        assert client.get("/claims", headers={"authorization": "Bearer no"}).status_code == 303
        assert client.get("/", headers={"host": "ledger.example"}).status_code == 303


def test_a_session_of_another_server_is_worth_nothing(ledger_file):
    with guarded(ledger_file) as client:
        forged = Keys().new_session("in")
        client.cookies.set("twosource-8000", forged)
        assert client.get("/claims").status_code == 303


@pytest.mark.parametrize(
    "name", ["a/b", "..", "a/../b", "x?y#z", "ü €", "%2e%2e", "-", "a//b", "\\"]
)
def test_an_id_of_any_characters_stays_one_page(name):
    address = WebAddresses().document(name)
    assert address.startswith("/documents/")
    assert "/../" not in address
    assert not address.endswith("/..")
    assert "#" not in address
