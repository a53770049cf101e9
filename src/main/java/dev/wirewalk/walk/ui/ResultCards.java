package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.store.InvestigationState;
import dev.wirewalk.store.InvestigationState.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is shown of a result. It is built anew when there is another result, and dimmed while one is on its way. */
final class ResultCards extends Div {
    private final transient ToInspect inspect;
    private Optional<Found> shown = Optional.empty();

    ResultCards(ToInspect inspect) {
        this.inspect = inspect;
        addClassNames("ww-stack", "ww-results");
    }

    void show(InvestigationState state) {
        getElement().setAttribute("aria-busy", String.valueOf(state.walking()));
        if (state.found().equals(shown)) {
            return;
        }
        shown = state.found();
        removeAll();
        shown.ifPresent(this::fill);
    }

    private void fill(Found found) {
        WalkResult result = found.result();
        add(new VerdictCard(found, inspect));
        List<Component> beside = new ArrayList<>();
        if (LadderCard.hasSomething(found)) {
            beside.add(new LadderCard(found, new Frames(found, inspect)));
        }
        if (!result.next().isEmpty()) {
            beside.add(new NextCard(result.next()));
        }
        if (SegmentsCard.hasSomething(result)) {
            beside.add(new SegmentsCard(result));
        }
        Div right = new Div();
        right.setClassName("ww-stack");
        beside.forEach(right::add);
        Div two = new Div(new QuestionsCard(found, inspect));
        two.setClassName("ww-two");
        if (!beside.isEmpty()) {
            two.add(right);
        }
        add(two);
    }

    /** A sentence in the place of results. */
    void hint(String sentence) {
        if (shown.isEmpty()) {
            removeAll();
            Paragraph hint = new Paragraph(sentence);
            hint.addClassNames("ww-soft", "ww-hint");
            add(hint);
        }
    }
}
