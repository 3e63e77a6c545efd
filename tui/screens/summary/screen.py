"""The Summary screen: a summary in two languages, each sentence with the passages it rests on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual import work
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from briefing.article import Article, Language, Passage, Span, laid_out
from briefing.export.wording import named, place, summary_voices
from briefing.language.languages import base, languages
from briefing.message import BriefingError
from briefing.summary.summary import Summary, SummarySentence
from briefing.translate import StoppedError
from briefing.translate.known import MARKING
from briefing.translate.summaries import UNKNOWN_DIRECTION, untranslated
from locales import _, active, ngettext
from store import Change
from tui.actions import bindings
from tui.key_names import with_keys
from tui.languages import other_language
from tui.layout.alignment import Line, beside, stacked
from tui.layout.sheet import Mark, Sheet
from tui.screens.base import MOVEMENT, BriefingScreen
from tui.screens.dialogs.consent import before_translating
from tui.screens.dialogs.export import export
from tui.translation import agreed
from tui.widgets.page import Page
from tui.widgets.page_pair import PagePair
from tui.widgets.rows import fitted


@dataclass
class Summarised(Message):
    """The articles were summarised: the summary in each language, or why there is none."""

    summaries: dict[Language, Summary | BriefingError] = field(default_factory=dict)


class SummaryScreen(BriefingScreen):
    """One summary in two languages; the interface's own comes first."""

    CSS_PATH: ClassVar = ["../../widgets/page.tcss", "summary.tcss"]
    BINDINGS = bindings("source", "again", "export", "copy", "left", "right", "other-pane", *MOVEMENT)

    def __init__(self, articles: Sequence[Article], title: str = "") -> None:
        super().__init__()
        self.articles = tuple(articles)
        self._title = title or articles[0].title
        self.summaries: dict[Language, Summary | BriefingError] = {}
        self.stale = False

    def body(self) -> Iterable[Widget]:
        """A page for each language, and the evidence."""
        with Container(id="body"):
            yield PagePair()
            with VerticalScroll(id="evidence", can_focus=False):
                yield Static(id="passages")

    def on_mount(self) -> None:
        """Start summarising."""
        self.action_again()

    # Which is where

    @property
    def pair(self) -> PagePair:
        """Both pages with their heads."""
        return self.query_one(PagePair)

    @property
    def moving(self) -> Page:
        """The page that keys work on."""
        return self.pair.page

    @property
    def languages(self) -> tuple[Language, Language]:
        """The interface's language, then the other one."""
        first = next((one for one in languages() if one == active().language), languages()[0])
        own = base(self.articles[0].language) if self.articles else first
        return first, own if own != first and own in languages() else other_language(first)

    # The work

    def action_again(self) -> None:
        """Make the summary, and its translation."""
        self.stale = False
        self.summaries = {}
        self.words()
        pairs = [(article.language, other_language(article.language)) for article in self.articles]
        before_translating(self, pairs, self.sum_up, self.sum_up)

    @work(thread=True, exit_on_error=False, group="summary", exclusive=True)
    def sum_up(self) -> None:
        """Summarise the articles and translate the summary with the engines that the user agreed to."""
        worker = get_current_worker()
        try:
            summaries = self._summed_up(lambda: worker.is_cancelled)
        except BriefingError as error:
            summaries = dict.fromkeys(self.languages, error)
        except StoppedError:
            return
        self.post_message(Summarised(summaries))

    def _summed_up(self, cancelled: Callable[[], bool]) -> dict[Language, Summary | BriefingError]:
        analysis = self.host.analysis()
        engines = agreed(self.host.settings)
        summary = analysis.summary(self.articles)
        summaries: dict[Language, Summary | BriefingError] = {}
        for language in self.languages:
            try:
                summaries[language] = analysis.translated(summary, language, engines, cancelled=cancelled)
            except BriefingError as error:
                summaries[language] = error
        return summaries

    def on_summarised(self, message: Summarised) -> None:
        """Show them."""
        self.summaries = message.summaries
        self.words()

    def library_changed(self, change: Change) -> None:
        """Say that the summary is out of date."""
        if self.summaries and change.part in {"articles", "corrections"}:
            self.stale = True
            self.words()

    # What is shown

    def on_page_width_changed(self, message: Page.WidthChanged) -> None:
        """Lay out the lines for the new width."""
        message.stop()
        self.words()

    def words(self) -> None:
        """The bar, the heads, both summaries and the evidence."""
        states = (
            [with_keys(_("out of date, make again: [again]"))]
            if self.stale
            else []
            if self.summaries
            else [_("summarising…")]
        )
        count = len(self.articles)
        counted = ngettext("%(count)s article", "%(count)s articles", count) % {"count": active().number(count)}
        self.title_bar.say(_("Summary"), self._title, *states, counted)
        for head, language in zip(self.pair.heads, self.languages, strict=True):
            head.say("", active().language_name(language), self._made(language))
        self.lay_out()
        self.show_here()

    def _made(self, language: Language) -> str:
        """How the summary in a language was made."""
        summary = self.summaries.get(language)
        if not isinstance(summary, Summary):
            return ""
        if summary.engine is None:
            return _("in the articles' own words")
        if summary.engine.name in MARKING:
            return _("word-for-word gloss")
        return _("machine translation by %(engine)s") % {"engine": summary.engine.name}

    def lay_out(self) -> None:
        """Make the lines: each sentence level with its translation."""
        sheets = self._sheet(self.languages[0]), self._sheet(self.languages[1])
        shared = min(len(sheet.paragraphs) for sheet in sheets)
        chain = [(place, place) for place in range(shared)]
        signs = self.host.signs
        one, two = self.pair.pages
        if self.pair.is_stacked:
            lines = stacked(sheets, chain, one.text_width)
            one.show(sheets, lines, signs=signs, gutter=self._gutter, label=self._label)
        else:
            both = beside(sheets, chain, (one.text_width, two.text_width))
            for page, lines in zip(self.pair.pages, both, strict=True):
                page.show(sheets, lines, signs=signs, gutter=self._gutter)

    def _sheet(self, language: Language) -> Sheet:
        summary = self.summaries.get(language)
        if isinstance(summary, Summary):
            # An empty sentence keeps its place: what is under the cursor is found by it.
            texts = [self._text(summary, sentence) + _behind(summary, sentence) for sentence in summary.sentences]
            texts = texts or [_("There is nothing to summarise.")]
        elif isinstance(summary, BriefingError):
            texts = [self._missing(language, summary)]
        else:
            texts = []
        paragraphs = laid_out((text, "body") for text in texts)
        voices = [_behind(summary, sentence) for sentence in summary.sentences] if isinstance(summary, Summary) else []
        marks = [
            Mark(Span(paragraph.end - len(voice), paragraph.end), "label")
            for voice, paragraph in zip(voices, paragraphs, strict=False)
            if voice
        ]
        return Sheet(Article("", "", language, paragraphs).text, paragraphs, tuple(marks))

    def _text(self, summary: Summary, sentence: SummarySentence) -> str:
        """What stands for a sentence: its words, or that it is in another language only."""
        if language := untranslated(summary, sentence):
            return _("Only in %(language)s: see the passage below.") % {"language": active().language_name(language)}
        return sentence.text or self.host.signs.more

    def _missing(self, language: Language, error: BriefingError) -> str:
        """Why there is no summary in a language, and where it stands instead."""
        others = [other for other in self.languages if isinstance(self.summaries.get(other), Summary)]
        if error.message.code not in UNKNOWN_DIRECTION or not others:
            return active().say(error.message.code, **error.message.params)
        name = active().language_name
        words = _("Nothing here translates it to %(language)s. The other page has it in %(other)s.")
        return words % {"language": name(language), "other": name(others[0])}

    def _label(self, line: Line) -> str:
        language = self.languages[line.sheet]
        rule, width = self.host.signs.rule, self.pair.pages[0].text_width
        made = self._made(language) if line.paragraph == 0 else ""
        words = ", ".join(filter(None, (active().language_name(language), made)))
        return fitted(f"{rule}{rule} {words} {rule * width}", width, "")

    def _gutter(self, line: Line) -> tuple[tuple[str, str], tuple[str, str]]:
        """A sign before a sentence of which a check failed."""
        sentence = self._sentence(line)
        failed = sentence is not None and not all(check.ok for check in sentence.checks)
        first = (
            line.kind == "text"
            and line.span.start == self.pair.page.sheets[line.sheet].paragraphs[line.paragraph].start
        )
        return ("!", "conflicts") if failed and first else (" ", "text"), (" ", "text")

    # The place under the cursor

    def _sentence(self, line: Line | None) -> SummarySentence | None:
        if line is None:
            return None
        summary = self.summaries.get(self.languages[line.sheet])
        if not isinstance(summary, Summary) or line.paragraph >= len(summary.sentences):
            return None
        return summary.sentences[line.paragraph]

    @property
    def sentence(self) -> SummarySentence | None:
        """The sentence under the cursor."""
        return self._sentence(self.pair.page.line)

    def on_page_cursor_moved(self, message: Page.CursorMoved) -> None:
        """Show what the sentence under the cursor rests on."""
        if message.page is self.pair.page:
            self.show_here()

    def show_here(self) -> None:
        """Show the passages and failed checks of the sentence under the cursor, and highlight it in both languages."""
        sentence = self.sentence
        line = self.pair.page.line
        blocks: list[Content] = []
        if sentence is not None and line is not None:
            for lost in self._lost(line.paragraph):
                words = _("Missing in the translation: “%(words)s”") % {"words": lost}
                blocks.append(Content.styled(words, "$text-error"))
            blocks.extend(Content.styled(fact, "$foreground-muted") for fact in self._facts(sentence))
            for passage in sentence.passages:
                article = self._article(passage)
                blocks.append(Content(f"“{' '.join(passage.text.split())}”"))
                blocks.append(Content.styled(f"  {place(article, passage, active())}", "$foreground-muted"))
            for page in self.pair.pages:
                page.light(
                    *(
                        (index, sheet.paragraphs[line.paragraph].span, "lit")
                        for index, sheet in enumerate(page.sheets)
                        if line.paragraph < len(sheet.paragraphs)
                    )
                )
        self.query_one("#passages", Static).update(Content("\n").join(blocks))

    def _facts(self, sentence: SummarySentence) -> list[str]:
        """Whose own words it is, and what was put in."""
        say = active().say
        facts = []
        if sentence.outlet:
            facts.append(say("summary.outlet", outlet=named(self._article(sentence.outlet), active())))
        facts += [
            say("summary.put-in", words=sentence.original[one.start : one.end], instead_of=one.instead_of)
            for one in sentence.added
            if one.instead_of
        ]
        return facts

    def _lost(self, place: int) -> list[str]:
        """What the checks did not find in the translation of the sentence at an index."""
        made = [summary for summary in self.summaries.values() if isinstance(summary, Summary)]
        sentences = [summary.sentences[place] for summary in made if place < len(summary.sentences)]
        return [check.original for sentence in sentences for check in sentence.checks if not check.ok]

    def _article(self, passage: Passage) -> Article:
        return next(article for article in self.articles if article.id == passage.article)

    # Keys

    def action_pane(self, index: int) -> None:
        """Go to the left page or the right one."""
        self.pair.enter(index, same_row=True)
        self.show_here()

    def action_other_pane(self) -> None:
        """Go to the page beside this one."""
        self.action_pane(0 if self.pair.page is self.pair.pages[1] else 1)

    def action_source(self) -> None:
        """Open the article at the passage that the sentence rests on."""
        sentence = self.sentence
        if sentence is None:
            return
        passage = sentence.passages[0]
        self.host.go.to_article(self._article(passage), passage.start)

    def action_copy(self) -> None:
        """Send the sentence and where it comes from to the terminal's clipboard."""
        sentence = self.sentence
        if sentence is not None:
            passage = sentence.passages[0]
            self.app.copy_to_clipboard(f"{sentence.text} ({place(self._article(passage), passage, active())})\n")
            self.tell(
                with_keys(_("Sentence and citation copied, if your terminal allows it. Otherwise export: [export]"))
            )

    def action_export(self) -> None:
        """Ask for a file and write the briefing to it."""
        export(self, self.articles)


def _behind(summary: Summary, sentence: SummarySentence) -> str:
    """What stands behind the words of a sentence, in brackets: who says it and how surely."""
    voices = summary_voices(sentence, active()) if sentence.text and not untranslated(summary, sentence) else ""
    return f" ({voices})" if voices else ""
