import pytest
from babel.messages.catalog import Catalog

import locales
from briefing.article import PublicationDate
from locales import LANGUAGES, Catalogue
from locales.catalogue_files import extracted, po_path, read, unfinished
from locales.phrases import PHRASES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_missing_fuzzy_or_has_other_placeholders(language: str) -> None:
    assert unfinished(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_left_over(language: str) -> None:
    wanted = {message.id for message in extracted()}
    assert [message.id for message in read(language) if message.id not in wanted] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_the_written_one(language: str) -> None:
    assert po_path(language).with_suffix(".mo").exists(), "run python -m locales compile"
    compiled = Catalogue(language)
    assert all(
        compiled.gettext(str(message.id)) == message.string
        for message in read(language)
        if message.id and not message.pluralizable
    )


def test_a_missing_message_is_seen() -> None:
    catalogue = Catalog(locale="nl")
    catalogue.add("present", string="aanwezig")
    wanted = Catalog()
    wanted.add("absent")
    assert [message.id for message in wanted if message.id and message.id not in catalogue] == ["absent"]


def test_every_phrase_can_be_said_in_both_languages() -> None:
    class Anything(dict[str, object]):
        def __missing__(self, key: str) -> object:
            return "x"

    for language in LANGUAGES:
        catalogue = Catalogue(language)
        for code, phrase in PHRASES.items():
            words = catalogue.gettext(phrase) if isinstance(phrase, str) else catalogue.ngettext(*phrase, 2)
            assert words % Anything(), code


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "nl_BE"}, "nl"),
        ({"LANGUAGE": "fr:nl", "LANG": "en_GB.UTF-8"}, "nl"),
        ({}, "en"),
    ],
)
def test_the_language_follows_the_locale(environment: dict[str, str], language: str) -> None:
    assert locales.preferred(environment) == language


@pytest.mark.parametrize(
    ("language", "date", "words"),
    [
        ("nl", "2019", "2019"),
        ("nl", "2019-01", "januari 2019"),
        ("en", "2019-01", "January 2019"),
        ("nl", "2018-12-07", "7 december 2018"),
        ("nl", "2018-12-07T14:05", "7 december 2018 14:05"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(language: str, date: str, words: str) -> None:
    assert Catalogue(language).date(PublicationDate.parse(date)) == words


def test_numbers_and_lists_take_the_form_of_the_language() -> None:
    assert Catalogue("nl").number(1234.5) == "1.234,5"
    assert Catalogue("en").number(1234.5) == "1,234.5"
    assert Catalogue("nl").listed(["a", "b", "c"]) == "a, b en c"


def test_the_empty_message_stays_empty() -> None:
    assert Catalogue("nl").gettext("") == ""
