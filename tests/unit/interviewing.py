"""Everything that people do in an interview, as rules of a machine that does it in any order."""

from errno import EIO
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from pnet_prep.content.answers_file import read_answers
from pnet_prep.engine.uses import answers_named
from pnet_prep.interview.answering import empty_event
from pnet_prep.interview.commands import command
from pnet_prep.interview.lists import ENTRY
from pnet_prep.interview.state import Mode
from pnet_prep.model.interview import (
    Ask,
    Back,
    Chosen,
    Event,
    Given,
    GoTo,
    Later,
    Passed,
    Quit,
    Screen,
    Speaker,
)
from pnet_prep.model.questionnaire import Item
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.model.values import NonAnswer
from tests.longer import RUN
from tests.unit.failing import Fault
from tests.unit.interview_paper import check_paper
from tests.unit.interview_sitting import Sitting, ready
from tests.unit.interview_words import Typed, row, typings, wrong
from tests.unit.made import EMPTY
from tests.unit.written import NOW

CASES = sorted((Path(__file__).parents[1] / "cases").glob("[cp]*.yaml"))
DAYS = ("2026-11-23", "2026-11-24", "2026-11-22", "2027-02-28")
STEPS = 25
"""How often at most somebody does something in one interview, often several things at once."""

SOME = st.integers(0, 2)


@cache
def example(path: Path | None) -> QuestionnaireResponse:
    """No answers yet, or those of an example patient."""
    if path is None:
        return EMPTY
    return read_answers(path.read_bytes(), path.name, ready().content, NOW, EMPTY).response


@cache
def gates_of(link_id: str) -> frozenset[str]:
    """The questions on whose answers it rests whether another one is asked."""
    questions, found = ready().content.questionnaire, set[str]()
    while link_id:
        if when := questions.by_id[link_id].when:
            found |= {item for item, _ in answers_named(when, questions.by_id)}
        link_id = questions.group_of.get(link_id, "")
    return frozenset(found)


def hold_interviews(count: int, number: int) -> None:
    """Hold ``count`` random interviews to the model, always the same for one ``number``.

    Nothing is made smaller before it is shown: an interview is read as it went.
    """
    machine = seed(number + 1000 * RUN.seed)(type("Interview", (Interview,), {}))
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=count,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )


def going_on(machine: "Interview") -> bool:
    return not machine.sitting.done


class Interview(RuleBasedStateMachine):
    """One interview, and those of the visits that follow."""

    @initialize(path=st.sampled_from([*CASES, *[None] * 6]), quick=st.booleans())
    def begin(self, path, quick):
        self.folder = TemporaryDirectory()
        self.words = self.words_before = 0
        self.sitting = Sitting(self.folder.name, example(path), quick=quick)

    def teardown(self):
        self.folder.cleanup()
        self.look_at_the_paper()

    def look_at_the_paper(self):
        sitting = self.sitting
        if sitting.whole and sitting.model.held:
            check_paper(sitting.state.picture, sitting.model, self.words_before, self.words)

    @property
    def screen(self) -> Screen:
        return self.sitting.screen

    @property
    def item(self) -> Item:
        """What is asked, or what is asked of a new entry of a list."""
        item = ready().content.questionnaire.by_id[self.sitting.state.spot.place[0]]
        return item.items[0] if item.repeats else item

    def drawn(self, data) -> tuple[Event, Typed | None]:
        """One of the answers that the screen takes."""
        shown, ids = self.screen, [choice.id for choice in self.screen.choices]
        words = shown.words_too and data.draw(st.booleans())
        if shown.ask in {Ask.LINE, Ask.LONG} or words:
            typed = data.draw(st.sampled_from(self.lines()))
            return Given(typed.text), typed
        if shown.ask is Ask.MANY:
            most = min(shown.at_most or 3, len(ids))
            some = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=most, unique=True))
            alone = [one for one in some if one in shown.exclusive]
            return Chosen(tuple(alone[:1] or some)), None
        return Chosen((data.draw(st.sampled_from(ids)),)), None

    def lines(self) -> list[Typed]:
        self.words += 1
        word = f"w{self.words}q"
        mode = self.sitting.state.spot.mode
        if mode is Mode.ROW:
            return [row(word)]
        return [one for one in typings(self.item, word) if mode is Mode.ADD or not one.rows]

    def chooses(self, data, ids: list[str]) -> None:
        if ids:
            self.sitting.do(Chosen((data.draw(st.sampled_from(ids)),)))

    def enter(self) -> None:
        event = empty_event(self.screen, ready().content.words)
        if event is not None and not self.sitting.done:
            self.sitting.do(event)

    def answer(self, data, times: int) -> None:
        for _ in range(times):
            if not self.sitting.done:
                self.sitting.do(*self.drawn(data))

    @precondition(going_on)
    @rule(data=st.data(), times=st.integers(1, 3))
    def answers(self, data, times):
        self.answer(data, times)

    @precondition(going_on)
    @rule(data=st.data())
    def types_what_is_no_answer(self, data):
        mode = self.sitting.state.spot.mode
        if self.screen.ask in {Ask.LINE, Ask.LONG} and mode is Mode.ASK:
            self.sitting.do(Given(data.draw(st.sampled_from(wrong(self.item)))))
        elif self.screen.ask is Ask.ONE and not self.screen.words_too:
            self.sitting.do(Given("some words"))

    @precondition(going_on)
    @rule(times=st.integers(1, 3))
    def presses_enter(self, times):
        for _ in range(times):
            self.enter()

    @precondition(going_on)
    @rule(times=st.integers(1, 3))
    def goes_back(self, times):
        for _ in range(times):
            self.sitting.do(Back())

    @precondition(lambda self: going_on(self) and self.screen.non_answers)
    @rule(data=st.data())
    def passes(self, data):
        self.sitting.do(Passed(data.draw(st.sampled_from(self.screen.non_answers))))

    @precondition(going_on)
    @rule(data=st.data(), times=SOME)
    def leaves_it_for_later(self, data, times):
        self.sitting.do(Later())
        self.answer(data, times)

    @precondition(going_on)
    @rule(data=st.data(), how=st.sampled_from(["answer", "answer", "skip", "enter", "back"]))
    def edits_a_line(self, data, how):
        self.sitting.do(GoTo("review"))
        number = data.draw(st.integers(1, len(self.screen.choices)))
        event = command(f"edit {number}", self.screen)
        assert isinstance(event, Chosen)
        self.sitting.do(event)
        if how == "enter":
            self.enter()
        elif how == "back":
            self.sitting.do(Back())
        elif how == "skip" and NonAnswer.SKIPPED in self.screen.non_answers:
            self.sitting.do(Passed(NonAnswer.SKIPPED))
        else:
            self.answer(data, 1)

    @precondition(going_on)
    @rule(data=st.data())
    def changes_what_an_answer_hangs_on(self, data):
        self.sitting.do(GoTo("review"))
        said = [place for place, value in self.sitting.model.said() if isinstance(value, str)]
        gates = {f"{gate}|" for link_id, _ in said for gate in gates_of(link_id)}
        self.chooses(data, [one.id for one in self.screen.choices if one.id in gates])
        self.answer(data, 1)

    @precondition(going_on)
    @rule(data=st.data(), times=SOME)
    def opens_an_entry(self, data, times):
        self.sitting.do(GoTo("review"))
        lists = {f"{one}|" for one in ready().content.questionnaire.lists}
        self.chooses(data, [one.id for one in self.screen.choices if one.id in lists])
        self.chooses(data, [one.id for one in self.screen.choices if one.id.startswith(ENTRY)])
        self.answer(data, times)

    @precondition(going_on)
    @rule(data=st.data(), times=SOME, where=st.sampled_from(["parts", "questions"]))
    def goes_to_another_place(self, data, times, where):
        self.sitting.do(GoTo(where))
        self.answer(data, 1 + times)

    @precondition(going_on)
    @rule(data=st.data(), times=SOME)
    def somebody_else_speaks(self, data, times):
        self.sitting.do(Speaker())
        self.answer(data, 1 + times)

    @rule(data=st.data(), day=st.sampled_from(DAYS), quits=st.booleans(), times=SOME)
    def leaves_and_comes_back(self, data, day, quits, times):
        """Or the program ends after a save, without a word."""
        if quits and not self.sitting.done:
            self.sitting.do(Quit())
        self.sitting.come_back(day)
        if self.sitting.state.spot.mode is Mode.WHO:
            self.answer(data, 1)
        if self.sitting.state.spot.mode is Mode.PARTS:
            self.sitting.goes_on()
        self.answer(data, times)

    @precondition(going_on)
    @rule(data=st.data(), code=st.sampled_from([0, EIO]), at=st.integers(1, 60))
    def power_or_disk_fails_while_saving(self, data, code, at):
        self.sitting.do(*self.drawn(data), Fault(code, at, lasting=True))

    @precondition(lambda self: len(self.sitting.visit.response.shown) > 4)
    @rule(rarely=st.integers(0, 3))
    def begins_the_next_visit(self, rarely):
        if rarely == 0:
            self.look_at_the_paper()
            self.words_before = self.words
            self.sitting.begin_next()
