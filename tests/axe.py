"""What axe-core says of a page that is open."""

from pathlib import Path

from playwright.sync_api import Page

RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']"


def serious(page: Page, script: Path) -> list[tuple[str, str, str]]:
    """Rule, element and reason of every breach; the page's context must bypass its CSP."""
    page.add_script_tag(path=str(script))
    found = page.evaluate(f"() => axe.run(document, {{runOnly: {RULES}}})")
    return [
        (v["id"], n["html"][:160], n.get("failureSummary", "")[:200])
        for v in found["violations"]
        for n in v["nodes"][:3]
    ]
