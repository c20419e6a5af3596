"""Settings of a project."""

import pytest

from twosource.lint.settings import SettingsError, settings


def test_the_nearest_file_upward_counts(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.twosource.lint]\nignore = ["TS4"]\n')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert settings(inner).ignore == ("TS4",)
    (inner / "twosource.toml").write_text('[lint]\nselect = ["TS101"]\n')
    assert settings(inner).select == ("TS101",)
    assert settings(inner).ignore == ()


def test_a_project_file_without_our_table_is_passed_over(tmp_path):
    (tmp_path / "twosource.toml").write_text('[lint]\nignore = ["TS4"]\n')
    inner = tmp_path / "a"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert settings(inner).ignore == ("TS4",)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[lint", "TOML"),
        ("[lint]\nselect = 'TS1'", "list of rule codes"),
        ("[lint]\nselect = ['XY']", "XY"),
        ("[lint]\nselct = ['TS1']", "selct"),
        ("lint = 3", "not a table"),
    ],
)
def test_a_bad_file_is_named(tmp_path, content, says):
    (tmp_path / "twosource.toml").write_text(content)
    with pytest.raises(SettingsError, match="twosource") as error:
        settings(tmp_path)
    assert says in str(error.value)
