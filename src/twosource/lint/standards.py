"""The editorial standards that the rules rest on: work and section, never their words.

Each entry names a published document and the section in it that asks for what the rule checks.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standard:
    """A section of a published standard; ``url`` is where the document stands."""

    work: str
    section: str
    url: str

    def __str__(self) -> str:
        return f"{self.work}: {self.section}"


_BBC = "BBC Editorial Guidelines (2019)"
_BBC_URL = "https://www.bbc.co.uk/editorialguidelines/guidelines/"
_REUTERS = "Reuters Handbook of Journalism"
_REUTERS_URL = "https://handbook.reuters.com/index.php?title="
_AP = "Associated Press"
_ICD = "Intelligence Community Directive 203, Analytic Standards (2015)"
_ICD_URL = "https://www.dni.gov/files/documents/ICD/ICD-203.pdf"
_STYLE = "BBC News Styleguide (J. Allen, 2003)"
_CASUALTY = "Every Casualty, Standards for Casualty Recording (2016)"

BBC_ATTRIBUTE = Standard(
    _BBC, "Section 3 Accuracy, 3.2.3: attribute what cannot be corroborated", _BBC_URL + "accuracy"
)
BBC_SINGLE = Standard(
    _BBC,
    "Section 3 Accuracy, 3.3.4: reluctance to rely on a single source",
    _BBC_URL + "accuracy/guidelines",
)
BBC_VERIFY = Standard(
    _BBC,
    "Section 3 Accuracy, 3.3.6: say what could not be verified, and attribute it",
    _BBC_URL + "accuracy/guidelines",
)
BBC_WAR = Standard(
    _BBC,
    "Section 11 War, Terror and Emergencies, 11.3.1: give the source, of casualty figures too",
    _BBC_URL + "war-terror-emergencies/guidelines",
)
REUTERS_SOURCING = Standard(_REUTERS, "Accuracy: Sourcing", _REUTERS_URL + "Accuracy")
REUTERS_ATTRIBUTION = Standard(_REUTERS, "Accuracy: Attribution", _REUTERS_URL + "Accuracy")
REUTERS_RUMOURS = Standard(_REUTERS, "Accuracy: Reporting rumours", _REUTERS_URL + "Accuracy")
REUTERS_REALITY = Standard(_REUTERS, "Accuracy: Reflecting reality", _REUTERS_URL + "Accuracy")
REUTERS_ESSENTIALS = Standard(
    _REUTERS,
    "The Essentials of Reuters sourcing",
    _REUTERS_URL + "The_Essentials_of_Reuters_sourcing",
)
REUTERS_BIAS = Standard(
    _REUTERS,
    "Freedom from bias: Take no side, tell all sides",
    _REUTERS_URL + "Freedom_from_bias",
)
AP_ANONYMOUS = Standard(
    _AP,
    "News Values and Principles, Anonymous sources",
    "https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources",
)
AP_ATTRIBUTION = Standard(
    _AP,
    "When is it OK to use anonymous sources? On attribution",
    "https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources",
)
AP_TIME = Standard(_AP, "Stylebook, entry “time element”", "https://www.apstylebook.com/")
STYLE_ATTRIBUTION = Standard(_STYLE, "Attribution first", "https://www.bbctraining.com/")
STYLE_PASSIVE = Standard(_STYLE, "Active and passive", "https://www.bbctraining.com/")
CASUALTY_DATA = Standard(
    "Every Casualty, Casualty recording knowledge base",
    "What data should casualty recorders collect? (place, date, source, numbers, actors)",
    "https://everycasualty.org/knowledge-base/what-data-should-casualty-recorders-collect/",
)
CASUALTY_CORROBORATION = Standard(
    _CASUALTY,
    "Corroboration, p. 25: sources independent of one another; ranges where they disagree",
    "https://everycasualty.org/knowledge-base/corroboration-in-casualty-recording/",
)
ICD_SOURCES = Standard(
    _ICD, "Analytic tradecraft standard 1: quality and credibility of underlying sources", _ICD_URL
)
ICD_UNCERTAINTY = Standard(
    _ICD, "Analytic tradecraft standard 2: expressing and explaining uncertainties", _ICD_URL
)
ICD_DISTINCT = Standard(
    _ICD,
    "Analytic tradecraft standard 3: information kept apart from assumptions and judgements",
    _ICD_URL,
)
