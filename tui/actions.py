"""The registry of actions: source of bindings, footer, help, palette and keymap.

Names and explanations are messages of the catalogue, translated where they are shown. A message names an action by its id in
brackets; `tui/key_names.py` puts in its key.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from textual.binding import Binding, BindingType

from locales import mark


@dataclass(frozen=True, slots=True)
class Action:
    """One action. `keys` are the default keys, `run` is the name of the action on the screen or the app.

    `shown` puts it in the footer; `listed` keeps it in the help and the palette.
    """

    id: str
    keys: str
    run: str
    name: str
    help: str
    shown: bool = False
    listed: bool = True
    priority: bool = False

    @property
    def binding(self) -> Binding:
        """The binding, with the untranslated name as its description."""
        return Binding(
            self.keys, self.run, self.name, show=self.shown, id=self.id, tooltip=self.help, priority=self.priority
        )


_ALL: Final = (
    # Reading
    Action("next-claim", "n", "claim(1)", mark("Next claim"), mark("Go to the next marked claim."), shown=True),
    Action("previous-claim", "N", "claim(-1)", mark("Previous claim"), mark("Go to the previous marked claim.")),
    Action(
        "next-difference",
        "right_square_bracket",
        "difference(1)",
        mark("Next difference"),
        mark("Go to the next passage in which the two differ."),
        shown=True,
    ),
    Action(
        "previous-difference",
        "left_square_bracket",
        "difference(-1)",
        mark("Previous difference"),
        mark("Go to the previous passage in which the two differ."),
    ),
    Action(
        "across",
        "enter,x",
        "across",
        mark("Across"),
        mark("Go to the linked passage of the other article."),
        shown=True,
    ),
    Action(
        "lock",
        "equals_sign",
        "lock",
        mark("Lock"),
        mark("Lock the scrolling of the two panes to each other, or let each scroll by itself."),
        shown=True,
    ),
    Action(
        "pin",
        "p",
        "pin",
        mark("Pin here"),
        mark("Align the paragraphs under both cursors; press again to undo."),
    ),
    Action(
        "claims",
        "c",
        "claim_filter",
        mark("Claims"),
        mark(
            "Mark attributed claims, only hedged ones, only negated ones, or all statements. Back to the first: [back]"
        ),
    ),
    Action(
        "of-source",
        "f",
        "of_source",
        mark("Source"),
        mark("Show only the claims of one source and what leans on it. Show all: [back]"),
        shown=True,
    ),
    Action(
        "note", "a", "note", mark("Note"), mark("Write a note on the claim or passage under the cursor."), shown=True
    ),
    Action(
        "article-note", "ctrl+a", "article_note", mark("Note on article"), mark("Write a note on the whole article.")
    ),
    Action(
        "correct",
        "v",
        "correct",
        mark("Correct"),
        mark("Correct the claim or the link under the cursor; your correction overrides the rules."),
    ),
    Action(
        "edit-claim",
        "V",
        "edit_claim",
        mark("Edit claim"),
        mark("Edit every part of the claim under the cursor, or add a claim in its sentence."),
    ),
    Action("look-up", "w", "look_up", mark("Words"), mark("Look up the words on the line under the cursor.")),
    Action("card-down", "J", "card(2)", mark("Evidence down"), mark("Scroll the evidence card down.")),
    Action("card-up", "K", "card(-2)", mark("Evidence up"), mark("Scroll the evidence card up.")),
    Action("notes", "A", "notes", mark("Notes"), mark("Show your notes.")),
    Action("copy", "y", "copy", mark("Copy"), mark("Copy the quote under the cursor with its citation.")),
    Action("export", "e", "export", mark("Export"), mark("Write the quotes and notes to a Markdown file."), shown=True),
    Action("read", "m", "read", mark("Read or unread"), mark("Mark articles as read, or as unread.")),
    Action("tags", "number_sign", "tags", mark("Tags"), mark("Set the tags of the article.")),
    Action("search", "slash", "search", mark("Search"), mark("Search the text."), shown=True),
    Action("ledger", "L", "ledger", mark("Ledger"), mark("Show who says what, where and how surely.")),
    Action("summary", "s", "summary", mark("Summary"), mark("Show a summary in two languages.")),
    Action(
        "translation",
        "t",
        "translation",
        mark("Translation"),
        mark("Show the translation under each paragraph, beside it, or not at all."),
        shown=True,
    ),
    Action("original", "o", "original", mark("Original"), mark("Show only the original text.")),
    # The library
    Action("open", "enter", "open", mark("Open"), mark("Open what is under the cursor."), shown=True),
    Action(
        "choose",
        "space",
        "choose",
        mark("Choose"),
        mark("Choose the article, to compare it with another one."),
        shown=True,
    ),
    Action(
        "compare",
        "c",
        "compare",
        mark("Compare"),
        mark("Open the two chosen articles side by side; with one chosen, that and the one under the cursor."),
        shown=True,
    ),
    Action(
        "filter", "f", "filter", mark("Filter"), mark("Show only the articles that contain these words."), shown=True
    ),
    Action("add", "plus", "add", mark("Add"), mark("Add an article from a text file.")),
    Action(
        "trash",
        "d",
        "trash",
        mark("Move to trash"),
        mark(
            "Move articles to the trash, take them out of the dossier, or remove the dossier; in the trash, delete them for good."
        ),
    ),
    Action(
        "archive",
        "z",
        "archive",
        mark("Archive"),
        mark("Archive articles: out of the daily list, not out of the library."),
    ),
    Action(
        "recover",
        "r",
        "recover",
        mark("Put back"),
        mark("Put articles from the archive or the trash back in the list."),
        shown=True,
    ),
    Action(
        "shelf",
        "v",
        "shelf",
        mark("Archive, trash"),
        mark("Show the archive, the trash, or the daily list again."),
        shown=True,
    ),
    Action("dossier", "D", "dossier", mark("Dossier"), mark("Put the chosen articles together in a dossier.")),
    Action("rename", "R", "rename", mark("Rename"), mark("Give the dossier another name.")),
    # The summary
    Action(
        "source", "enter", "source", mark("Passage"), mark("Go to the passage that the sentence rests on."), shown=True
    ),
    Action("again", "r", "again", mark("Make again"), mark("Make the summary and its translation again."), shown=True),
    # The ledger
    Action(
        "compare-entries",
        "c",
        "compare_entries",
        mark("Compare"),
        mark("Open the first two reports that have the claim side by side, at its place."),
        shown=True,
    ),
    Action(
        "view",
        "v",
        "view",
        mark("View"),
        mark("Show the claims by report, by outlet, over time, by origin, or the timeline of events."),
        shown=True,
    ),
    Action(
        "narrow",
        "slash",
        "narrow",
        mark("Filter"),
        mark("List only what contains these words. List all: [back]"),
        shown=True,
    ),
    Action(
        "claim-sort",
        "w",
        "claim_sort",
        mark("Which claims"),
        mark(
            "List all claims, those in several reports, with differences, hedged, or not independent; "
            "in the matrix what only the chosen outlet has, or leaves out."
        ),
        shown=True,
    ),
    Action(
        "matrix-order",
        "S",
        "matrix_order",
        mark("Order"),
        mark("Sort the matrix by outlets, origins, certainty, date or text."),
        shown=True,
    ),
    Action("previous-outlet", "h,left", "outlet(-1)", mark("Previous outlet"), mark("Choose the outlet on the left.")),
    Action("next-outlet", "l,right", "outlet(1)", mark("Next outlet"), mark("Choose the outlet on the right.")),
    Action(
        "timeline",
        "t",
        "timeline",
        mark("Timeline"),
        mark("Show the timeline of events, or the claims again."),
        shown=True,
    ),
    Action(
        "judge-sources",
        "i",
        "judge_sources",
        mark("Sources"),
        mark("Say that two names of the claim are one source, or two."),
        shown=True,
    ),
    # Versions
    Action(
        "versions",
        "H",
        "versions",
        mark("Versions"),
        mark("Show what changed between the versions of the report."),
    ),
    Action(
        "previous-step",
        "left_square_bracket,h,left",
        "step(-1)",
        mark("Earlier versions"),
        mark("Show what changed one version earlier."),
    ),
    Action(
        "next-step",
        "right_square_bracket,l,right",
        "step(1)",
        mark("Later versions"),
        mark("Show what changed one version later; after the last one, from the first to the last."),
        shown=True,
    ),
    Action(
        "compare-versions",
        "c",
        "compare_versions",
        mark("Compare"),
        mark("Open both versions side by side, at the change."),
        shown=True,
    ),
    Action(
        "change-kind",
        "w",
        "change_kind",
        mark("Which changes"),
        mark("List all changes, or one kind after the other: added, dropped, hardened and so on."),
        shown=True,
    ),
    # Notes
    Action("edit", "enter", "edit", mark("Edit"), mark("Edit the note under the cursor."), shown=True),
    Action("passage", "p", "passage", mark("Passage"), mark("Go to the passage that the note is about."), shown=True),
    Action("remove", "d", "remove", mark("Remove"), mark("Remove the note. Undo: [undo]"), shown=True),
    Action("save", "ctrl+s", "save", mark("Save"), mark("Save the note."), shown=True, priority=True),
    Action("done", "escape", "done", mark("Done"), mark("Save and close."), shown=True, priority=True),
    Action("cancel", "escape", "cancel", mark("Cancel"), mark("Close this without saving."), shown=True),
    Action("list-down", "down", "list_move(1)", mark("Down"), mark("Move down by a line."), listed=False),
    Action("list-up", "up", "list_move(-1)", mark("Up"), mark("Move up by a line."), listed=False),
    Action("yes", "Y", "accept", mark("Yes"), mark("Answer yes."), shown=True),
    Action("install", "i", "answer('install')", mark("Install"), mark("Download the offline model."), shown=True),
    Action("gloss", "w", "answer('gloss')", mark("Word-for-word gloss"), mark("Go on without the model."), shown=True),
    Action(
        "engines", "s", "answer('engines')", mark("Engine settings"), mark("Show where engines are set."), shown=True
    ),
    Action("go-on", "r", "go_on", mark("Try again"), mark("Continue what was interrupted."), shown=True),
    Action("accept", "enter", "accept", mark("Choose"), mark("Choose the line under the cursor."), shown=True),
    # The parts of a claim
    Action("keep-claim", "enter,ctrl+s", "keep", mark("Save"), mark("Save the claim."), shown=True),
    Action("part-more", "right,l", "end(1)", mark("Longer"), mark("Extend by one word, or choose the next.")),
    Action("part-less", "left,h", "end(-1)", mark("Shorter"), mark("Shorten by one word, or choose the previous.")),
    Action("part-from-later", "shift+right,L", "beginning(1)", mark("Begin later"), mark("Begin one word later.")),
    Action("part-from-before", "shift+left,H", "beginning(-1)", mark("Begin earlier"), mark("Begin one word earlier.")),
    Action("part-next-word", "w", "word(1)", mark("Next word"), mark("Only the next word.")),
    Action("part-word-before", "b", "word(-1)", mark("Previous word"), mark("Only the previous word.")),
    Action("part-away", "backspace,delete", "away", mark("None"), mark("Clear this part.")),
    Action("type-name", "e", "type_name", mark("Name"), mark("Write the name of the source.")),
    # Moving
    Action("down", "j,down", "move(1)", mark("Down"), mark("Move down by a line.")),
    Action("up", "k,up", "move(-1)", mark("Up"), mark("Move up by a line.")),
    Action("top", "g,home", "edge(-1)", mark("Top"), mark("Go to the top.")),
    Action("bottom", "G,end", "edge(1)", mark("Bottom"), mark("Go to the bottom.")),
    Action("half-down", "ctrl+d", "half(1)", mark("Half a page down"), mark("Move down by half a page.")),
    Action("half-up", "ctrl+u", "half(-1)", mark("Half a page up"), mark("Move up by half a page.")),
    Action("page-down", "pagedown", "half(2)", mark("Page down"), mark("Move down by a page.")),
    Action("page-up", "pageup", "half(-2)", mark("Page up"), mark("Move up by a page.")),
    Action("left", "h,left", "pane(0)", mark("Left pane"), mark("Go to the left pane.")),
    Action("right", "l,right", "pane(1)", mark("Right pane"), mark("Go to the right pane.")),
    Action("other-pane", "tab,shift+tab", "other_pane", mark("Other pane"), mark("Go to the other pane.")),
    # Everywhere
    Action("back", "escape,q", "back", mark("Back"), mark("Go back one level; at the top, quit."), shown=True),
    Action("quit", "ctrl+q", "quit", mark("Quit"), mark("Leave the app from anywhere."), priority=True),
    Action("help", "question_mark", "help", mark("Help"), mark("Show the keys that work here."), shown=True),
    Action("palette", "ctrl+p", "command_palette", mark("Commands"), mark("Find a command by its name and run it.")),
    Action("language", "f2", "app.language", mark("Language"), mark("Switch the language of the interface.")),
    Action("theme", "f3", "app.theme", mark("Light or dark"), mark("Switch between the light and the dark theme.")),
    Action("undo", "u", "undo", mark("Undo"), mark("Undo your last change of the library.")),
)
ACTIONS: Final = MappingProxyType({action.id: action for action in _ALL})
"""Every action by its id, in the order of the help."""


def bindings(*ids: str) -> list[BindingType]:
    """The bindings of the actions, for a screen's `BINDINGS`.

    Raises:
        KeyError: there is no such action.
    """
    return [ACTIONS[action_id].binding for action_id in ids]


def unknown(ids: Iterable[str]) -> list[str]:
    """The ids of a keymap that name no action, in order."""
    return [action_id for action_id in ids if action_id not in ACTIONS]
