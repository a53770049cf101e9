package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.UploadManager;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.report.StretchCourse;
import dev.wirewalk.store.InvestigationState;
import dev.wirewalk.store.InvestigationState.Found;
import dev.wirewalk.topology.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All that is shown of a result. It is built anew when there is another result, and dimmed while one is on its way. */
final class ResultCards extends Div {
    private final transient ToInspect inspect;
    private final transient Function<String, Optional<UploadManager>> uploads;
    private final transient ByHand.Told told;
    private Optional<QuestionsCard> questions = Optional.empty();
    private Runnable refocus = () -> {};
    private Optional<Path> asked = Optional.empty();
    private Optional<Found> shown = Optional.empty();

    /**
     * @param uploads takes captures for the point of a name
     * @param told what a person says to a question
     */
    ResultCards(ToInspect inspect, Function<String, Optional<UploadManager>> uploads, ByHand.Told told) {
        this.inspect = inspect;
        this.uploads = uploads;
        this.told = (question, point, yes) -> {
            // All is built anew when the answer is heard: the keyboard is to stay where it is.
            refocus = () -> questions.ifPresent(card -> card.focus(question, point));
            told.answer(question, point, yes);
        };
        addClassNames("ww-stack", "ww-results");
    }

    void show(InvestigationState state) {
        getElement().setAttribute("aria-busy", String.valueOf(state.walking()));
        // Before there is anything to walk, the questions of the path wait for answers by hand.
        Optional<Path> open =
                state.found().isEmpty() && !state.walking() ? state.checked().path() : Optional.empty();
        if (state.found().equals(shown) && open.equals(asked)) {
            return;
        }
        shown = state.found();
        asked = open;
        removeAll();
        questions = Optional.empty();
        shown.ifPresent(this::fill);
        open.ifPresent(path -> add(remembered(new QuestionsCard(path, Optional.empty(), inspect, told))));
        if (shown.isPresent() || open.isPresent()) {
            refocus.run();
            refocus = () -> {};
        }
    }

    private QuestionsCard remembered(QuestionsCard card) {
        questions = Optional.of(card);
        return card;
    }

    private void fill(Found found) {
        WalkResult result = found.result();
        add(new VerdictCard(found, inspect), new ReportLinks(found));
        List<Component> beside = new ArrayList<>();
        if (LadderCard.hasSomething(found)) {
            beside.add(new LadderCard(found, inspect));
        }
        if (!result.next().isEmpty()) {
            beside.add(new NextCard(result.next(), uploads));
        }
        if (SegmentsCard.hasSomething(result)) {
            beside.add(new SegmentsCard(result));
        }
        List<StretchCourse> courses = StretchCourse.of(result);
        if (!courses.isEmpty()) {
            beside.add(new CoursePlots(courses));
        }
        Div right = new Div();
        right.setClassName("ww-stack");
        beside.forEach(right::add);
        Div two = new Div(remembered(new QuestionsCard(found.path(), Optional.of(found), inspect, told)));
        two.setClassName("ww-two");
        if (!beside.isEmpty()) {
            two.add(right);
        }
        add(two);
    }

    /** A sentence in the place of results, above the questions that wait. */
    void hint(String sentence) {
        if (shown.isEmpty()) {
            getChildren().filter(Paragraph.class::isInstance).toList().forEach(this::remove);
            Paragraph hint = new Paragraph(sentence);
            hint.addClassNames("ww-soft", "ww-hint");
            addComponentAsFirst(hint);
        }
    }
}
