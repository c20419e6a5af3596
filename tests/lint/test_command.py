"""``twosource lint`` and ``twosource rule`` as a person uses them."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from twosource.cli import main
from twosource.lint.registry import rules

BAD = "The general has reportedly been replaced.\n"
GOOD = "The general was replaced on Monday, 6 May 2024, Marta Okonjo, the army spokeswoman, said.\n"


def run(*args: str, stdin: str | bytes | None = None):
    return CliRunner().invoke(main, args, input=stdin)


@pytest.fixture
def bad(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "bad.txt"
    path.write_text(BAD)
    return Path("bad.txt")


def test_findings_come_one_a_line_and_exit_with_one(bad):
    result = run("lint", "--select", "TS305", str(bad))
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert re.fullmatch(r"bad\.txt:1:17 TS305 “reportedly”: .+", lines[0])
    assert lines[-1] == "1 finding in 1 text"


def test_a_clean_text_exits_with_zero(tmp_path):
    path = tmp_path / "good.txt"
    path.write_text(GOOD)
    result = run("lint", "--select", "TS305", str(path))
    assert (result.exit_code, result.output) == (0, "no findings in 1 text\n")


def test_standard_input():
    result = run("lint", "--select", "TS305", "-", stdin=BAD)
    assert result.output.startswith("<stdin>:1:17 TS305")


def test_the_words_are_underlined(bad):
    result = run("lint", "--select", "TS305", "--show-source", str(bad))
    source, marks = result.output.splitlines()[1:3]
    assert source[marks.index("^") : marks.rindex("^") + 1] == "reportedly"


def test_ignored_rules_are_silent(bad):
    assert run("lint", "--select", "TS3", "--ignore", "TS305", str(bad)).exit_code == 0


def test_settings_of_the_project_count_and_the_command_line_overrides_them(bad):
    Path("twosource.toml").write_text('[lint]\nselect = ["TS3"]\nignore = ["TS305"]\n')
    assert run("lint", str(bad)).exit_code == 0
    assert run("lint", "--select", "TS305", str(bad)).exit_code == 1


def test_inline_silence(bad):
    bad.write_text(BAD.rstrip() + " <!-- twosource: ignore TS305 -->\n")
    assert run("lint", "--select", "TS305", str(bad)).exit_code == 0


@pytest.mark.parametrize(
    "args",
    [
        ("lint",),
        ("lint", "--select", "XY1", "-"),
        ("lint", "--format", "pdf", "-"),
        ("rule", "TS999"),
    ],
)
def test_wrong_usage_exits_with_two(args):
    assert run(*args).exit_code == 2


def test_bad_settings_exit_with_two_and_name_the_file(bad):
    Path("twosource.toml").write_text("[lint]\nselect = 3\n")
    result = run("lint", str(bad))
    assert result.exit_code == 2
    assert "twosource.toml" in result.output


def test_what_cannot_be_read_is_one_line_and_the_rest_is_still_checked(bad, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(100))
    (tmp_path / "russian.txt").write_text(
        "Министерство обороны сообщило, что мост через реку был разрушен в ночь на вторник.\n" * 3
    )
    names = ("gone.txt", "empty.txt", "binary.txt", "russian.txt")
    result = run("lint", "--select", "TS305", *names, str(bad))
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    for name in names:
        assert sum(name in line for line in result.output.splitlines()) == 1, name
    assert "bad.txt:1:17 TS305" in result.output
    assert "4 inputs could not be checked" in result.output


def test_an_unreadable_input_alone_is_not_clean(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("lint", str(tmp_path / "empty.txt")).exit_code == 1


def test_control_characters_of_an_article_do_not_reach_the_terminal(bad):
    bad.write_text(
        "The general, \x1b[2J in a long line of text, has reportedly\u202e been replaced.\n"
    )
    result = run("lint", "--select", "TS305", "--show-source", str(bad))
    assert "TS305" in result.output
    assert not set("\x1b\u202e") & set(result.output)


def test_several_documents_in_a_file_are_told_apart(tmp_path):
    records = [{"id": n, "text": BAD, "language": "en"} for n in ("one", "two")]
    path = tmp_path / "both.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    result = run("lint", "--select", "TS305", str(path))
    assert len(re.findall(r"both\.jsonl#\S*:1:17 TS305", result.output)) == 2


def test_json(bad):
    result = run("lint", "--select", "TS305", "--format", "json", str(bad))
    output = json.loads(result.output)
    assert output["format"] == "twosource-lint/1"
    (found,) = output["findings"]
    assert found["code"] == "TS305"
    assert (found["line"], found["column"], found["end_column"]) == (1, 17, 27)
    assert BAD[found["start"] : found["end"]] == found["text"] == "reportedly"


SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "uniqueItems": True,
                                        "items": {"required": ["id"]},
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "items": {
                            "required": ["message", "ruleId", "locations"],
                            "properties": {
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"required": ["text"]},
                                "partialFingerprints": {"additionalProperties": {"type": "string"}},
                                "locations": {
                                    "minItems": 1,
                                    "items": {
                                        "required": ["physicalLocation"],
                                        "properties": {
                                            "physicalLocation": {
                                                "required": ["artifactLocation", "region"],
                                                "properties": {
                                                    "region": {
                                                        "required": ["startLine"],
                                                        "additionalProperties": False,
                                                        "properties": {
                                                            **{
                                                                name: {
                                                                    "type": "integer",
                                                                    "minimum": 1,
                                                                }
                                                                for name in (
                                                                    "startLine",
                                                                    "startColumn",
                                                                    "endLine",
                                                                    "endColumn",
                                                                )
                                                            },
                                                            "charOffset": {"minimum": 0},
                                                            "charLength": {"minimum": 0},
                                                            "snippet": {"required": ["text"]},
                                                        },
                                                    }
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        }
                    },
                },
            },
        },
    },
}


def test_sarif(bad):
    bad.rename("ein Text.txt")
    result = run("lint", "--format", "sarif", "ein Text.txt")
    log = json.loads(result.output)
    jsonschema.validate(log, SARIF)
    (sarif_run,) = log["runs"]
    known = sarif_run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in known] == [rule.code for rule in rules()]
    assert sarif_run["results"]
    for found in sarif_run["results"]:
        assert known[found["ruleIndex"]]["id"] == found["ruleId"]
        place = found["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "ein%20Text.txt"
        region = place["region"]
        words = BAD[region["charOffset"] :][: region["charLength"]]
        assert words == region["snippet"]["text"]


def test_fingerprints_stay_when_lines_move(bad):
    def prints() -> list[str]:
        log = json.loads(run("lint", "--select", "TS305", "--format", "sarif", str(bad)).output)
        return [found["partialFingerprints"]["words/v1"] for found in log["runs"][0]["results"]]

    before = prints()
    bad.write_text("A line before.\n" + BAD)
    assert prints() == before


def test_github_commands_cannot_be_injected(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = "a,b:c%.txt"
    Path(name).write_text("Evidence of 50%::error::x\nEvidence suggests that it fell.\n")
    result = run("lint", "--select", "TS105", "--format", "github", name)
    (line,) = result.output.splitlines()
    assert line.startswith("::warning file=a%2Cb%3Ac%25.txt,line=2,endLine=2,")
    assert ",col=1,endColumn=9::" in line


def test_rules_are_listed_and_explained():
    listed = run("rule").output
    assert all(rule.code in listed and rule.name in listed for rule in rules())
    explained = run("rule", "ts103").output
    for part in ("TS103 unnamed-plural", "Why", "bad:", "better:", "Standards", "Reuters"):
        assert part in explained
    assert len(json.loads(run("rule", "--json").output)) == len(rules())
    assert json.loads(run("rule", "--json", "TS103").output)["code"] == "TS103"
