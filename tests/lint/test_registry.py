"""The rules as a set: found, told apart, explained."""

import pytest

from twosource.lint.registry import UnknownRuleError, find, matching, rules, selection


def test_codes_and_names_are_unique_and_in_order():
    codes = [rule.code for rule in rules()]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in rules()}) == len(codes) >= 11


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule):
    assert rule.code[:2] == "TS"
    assert rule.code[2:].isdigit()
    assert rule.summary.endswith(".")
    assert len(rule.why) > 60
    assert rule.silent
    assert rule.example.bad != rule.example.better
    assert rule.standards
    assert all(standard.url.startswith("https://") for standard in rule.standards)


def test_a_rule_is_found_by_code_or_name_in_any_case():
    assert find("ts101") is find("unattributed-statement")
    with pytest.raises(UnknownRuleError, match="TS999"):
        find("TS999")


def test_a_beginning_stands_for_all_its_rules():
    assert matching(["TS1"]) == {r.code for r in rules() if r.code.startswith("TS1")}
    assert matching(["all"]) == {r.code for r in rules()}


@pytest.mark.parametrize("code", ["X", "TS9", "", "101"])
def test_a_beginning_of_nothing_is_an_error(code):
    with pytest.raises(UnknownRuleError):
        matching([code])


def test_ignored_rules_leave_the_selection():
    chosen = {rule.code for rule in selection(["TS1"], ["TS101"])}
    assert "TS102" in chosen
    assert "TS101" not in chosen
    assert "TS401" not in chosen


def test_rules_are_explained_without_loading_the_parser():
    import subprocess
    import sys

    code = (
        "import sys, twosource.lint.explain as e, twosource.lint.registry as r\n"
        "e.overview(r.rules())\n"
        "assert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
