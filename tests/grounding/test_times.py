"""When a claimed thing happened, on texts of invented wars: see each test's name."""

import pytest

import twosource

FRIDAY = "1994-06-10T20:00:00Z"


def times(text, published=FRIDAY):
    reading = twosource.read(text, published_at=published, language="en")
    return [m.values.time for m in reading.mentions]


def only(text, published=FRIDAY):
    found = [time for time in times(text, published) if time is not None]
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("text", "start", "end", "edtf"),
    [
        ("Gunmen attacked Huambo in the night to Thursday, the governor said.",
         "1994-06-08", "1994-06-09", "1994-06-08/1994-06-09"),
        ("Rebels shelled the town of Kuito on Sunday, the army said.",
         "1994-06-05", "1994-06-05", "1994-06-05"),
        ("Rebels have held the town of Kuito since Monday, the army said.",
         "1994-06-06", "1994-06-10", "1994-06-06/1994-06-10"),
        ("The army attacked Kuito in March 1993, witnesses said.",
         "1993-03-01", "1993-03-31", "1993-03"),
        ("The army attacked Kuito in the autumn of 1992, witnesses said.",
         "1992-09-01", "1992-11-30", "1992-23"),
        ("The army attacked Kuito around 3 May, witnesses said.",
         "1994-05-03", "1994-05-03", "1994-05-03~"),
        ("At least 400 soldiers had been killed by 3 June, the army said.",
         "1994-06-03", "1994-06-03", "../1994-06-03"),
        ("The ministry said on Tuesday that its troops had killed 70 rebels in three days.",
         "1994-06-05", "1994-06-07", "1994-06-05/1994-06-07"),
    ],
)  # fmt: skip
def test_days_ranges_and_what_is_not_known_of_them(text, start, end, edtf):
    found = only(text)
    assert (found.start, found.end, found.edtf) == (start, end, edtf)


def test_a_toll_runs_from_the_day_the_text_says_the_fighting_began():
    text = (
        "Fighting broke out in the Enclave on 2 May. "
        "The army said that 412 soldiers had been killed by 3 June."
    )
    found = times(text)[-1]
    assert (found.start, found.end) == ("1994-05-02", "1994-06-03")


def test_a_toll_grows_from_the_day_counted_before_it():
    text = (
        "Eighteen soldiers of the Northern Army were killed on Sunday, the army said. "
        "By Monday evening, it said, 59 had died."
    )
    assert (times(text)[-1].start, times(text)[-1].end) == ("1994-06-05", "1994-06-06")


def test_what_is_said_to_be_so_is_so_when_it_is_said():
    found = only("The army insisted on Wednesday that it was holding the town of Kuito.")
    assert (found.start, found.end) == ("1994-06-08", "1994-06-08")


def test_the_day_of_saying_is_a_reason_and_no_time_of_a_dated_event():
    reading = twosource.read(
        "The ministry said on Thursday that rebels had shelled Kuito on Monday.",
        published_at=FRIDAY, language="en",
    )  # fmt: skip
    mention = reading.mentions[0]
    assert mention.values.time.start == "1994-06-06"
    assert [r.value for r in mention.reasons if r.field == "said"] == ["1994-06-09"]


@pytest.mark.parametrize(
    ("text", "published", "why"),
    [
        ("Rebels shelled Kuito on 31 April, the army said.", FRIDAY, "no such day"),
        ("Rebels shelled Kuito on 30 February 1994, the army said.", FRIDAY, "no such day"),
        ("Rebels shelled Kuito on Tuesday, the army said.", None, "states no day"),
        ("Rebels shelled Kuito yesterday, the army said.", None, "states no day"),
    ],
)
def test_a_day_that_does_not_follow_stays_empty_and_says_why(text, published, why):
    mention = twosource.read(text, published_at=published, language="en").mentions[0]
    assert mention.values.time is None
    assert any(r.field == "time" and not r.value and why in r.rule for r in mention.reasons)


def test_the_same_months_of_another_year():
    text = (
        "Exports came to $118m in the first nine months of 1993, the ministry said. "
        "In the same months of 1992 they were worth $19m, it said."
    )
    assert (times(text)[-1].start, times(text)[-1].end) == ("1992-01-01", "1992-09-30")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The army will retake Kuito by autumn, the minister said.", "1994-06-10/1994-11-30"),
        ("The war will last until winter, analysts said.", "1994-06-10/1995-02-28"),
        ("Aid could reach Kuito on Monday, the UN said.", "1994-06-13"),
        ("The rebels could attack in March, the army said.", "1995-03"),
        ("The minister expects Kuito to be rebuilt by the end of next month.",
         "1994-06-10/1994-07-31"),
        ("The army plans to leave Kuito by year's end, the minister said.",
         "1994-06-10/1994-12-31"),
        ("Kuito could run out of food within two weeks, the UN warned.", "1994-06-10/1994-06-24"),
        ("The truce will expire in 48 hours, the UN said.", "1994-06-10/1994-06-12"),
        ("The offensive will begin in the coming days, the army said.", "1994-06-10/1994-06-17~"),
        ("Kuito will fall within hours, the rebels said.", "1994-06-10/1994-06-11~"),
        ("The general said on Monday that Kuito would fall within two weeks.",
         "1994-06-06/1994-06-20"),
    ],
)  # fmt: skip
def test_a_forecast_lasts_from_its_making_to_the_day_it_can_be_checked(text, edtf):
    assert only(text).edtf == edtf


def test_a_forecast_about_those_who_did_something_before_is_not_dated_by_that():
    assert only("The bridge destroyed on Monday will be rebuilt by Saturday, he said.").edtf == (
        "1994-06-10/1994-06-11"
    )


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Some 40 people were killed over the past 48 hours, the UN said.",
         "1994-06-08/1994-06-10"),
        ("The ministry said on Tuesday that rebels had shelled Kuito in the past 24 hours.",
         "1994-06-06/1994-06-07"),
        ("Rebels have shelled Kuito in recent days, the UN said.", "1994-06-03~/1994-06-10"),
        ("Rebels shelled Kuito a few days ago, the UN said.", "1994-06-03~/1994-06-08~"),
        ("Rebels shelled Kuito half a year ago, the UN said.", "1993-12"),
        ("Rebels shelled Kuito a fortnight ago, the UN said.", "1994-05-27"),
        ("Rebels shelled Kuito overnight, the UN said.", "1994-06-09/1994-06-10"),
        ("The ministry said on Tuesday that rebels had shelled Kuito overnight.",
         "1994-06-06/1994-06-07"),
        ("Rebels shelled Kuito overnight on Tuesday, the UN said.", "1994-06-07"),
        ("Rebels shelled Kuito before dawn on Tuesday, the UN said.", "1994-06-07"),
        ("Rebels shelled Kuito early this year, the UN said.", "1994-01-01~/1994-04-30~"),
        ("Rebels shelled Kuito earlier this month, the UN said.", "1994-06-01/1994-06-10"),
        ("Rebels shelled Kuito late last month, the UN said.", "1994-05-21~/1994-05-31~"),
        ("Rebels shelled Kuito in the past week, the UN said.", "1994-06-04/1994-06-10"),
        ("Rebels shelled Kuito earlier in the day, the UN said.", "1994-06-10"),
        ("Rebels shelled Kuito in the fall of 1992, the UN said.", "1992-23"),
        ("From 5 to 8 June, rebels shelled Kuito, the UN said.", "1994-06-05/1994-06-08"),
        ("The 11-month campaign has killed 4,000 people, the UN said.", "1993-07-10~/1994-06-10"),
        ("Rebels have held Kuito since the launch of the operation, the UN said.",
         "../1994-06-10"),
    ],
)  # fmt: skip
def test_times_told_from_the_day_of_saying(text, edtf):
    assert only(text).edtf == edtf


def test_days_counted_from_a_day_named_before():
    text = "Rebels took Kuito on 3 May, the army said. {} the army attacked Kuito, residents said."
    assert times(text.format("Two days later"))[-1].start == "1994-05-05"
    assert times(text.format("A week earlier,"))[-1].start == "1994-04-26"


def test_a_day_of_the_fighting_counts_from_its_beginning_or_stays_empty():
    text = "On the third day of the offensive rebels took Kuito, the army said."
    dated = "The offensive began on 2 May, the army said. "
    assert times(dated + text)[-1].start == "1994-05-04"
    assert times(text) == [None]


def test_recruits_signed_for_months_were_not_signed_all_that_time():
    assert times("The recruits signed up for three months, the army said.") == [None]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The rebels have 72 hours to leave Kuito, the army said.", "1994-06-10", "1994-06-13"),
        ("The army gave the rebels until Monday to leave Kuito, it said.",
         "1994-06-10", "1994-06-13"),
        ("The rebels were given two weeks to disarm, the army said.", "1994-06-10", "1994-06-24"),
        ("The army had given the village until Tuesday to hand in its guns, elders said.",
         "1994-06-07", "1994-06-07"),
        ("Rebels shelled Kuito between May 20 and 28, the army said.", "1994-05-20", "1994-05-28"),
        ("Rebels have shelled Kuito since morning, the army said.", "1994-06-10", "1994-06-10"),
    ],
)  # fmt: skip
def test_terms_that_are_set_and_spans_of_days(text, start, end):
    assert (only(text).start, only(text).end) == (start, end)


@pytest.mark.parametrize(
    "comparison",
    [" than in the whole of April", " than it had in April", ", twice the number in April"],
)
def test_what_a_thing_is_compared_with_does_not_date_it(comparison):
    found = times(f"The navy lost more ships{comparison}, an officer said.")
    assert not any(time and time.start == "1994-04-01" for time in found)


def test_what_still_is_so_is_so_when_it_is_said():
    text = "His men left Kuito on Tuesday, the general said. He said they still held the bridge."
    assert [time.start for time in times(text)] == ["1994-06-07", "1994-06-10"]
