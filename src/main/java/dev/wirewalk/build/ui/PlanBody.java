package dev.wirewalk.build.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.PlanWarning;
import dev.wirewalk.command.Step;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.profile.Phase;
import dev.wirewalk.profile.Risk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a card shows of a plan: how it covers the filter, the steps, the warnings. */
public final class PlanBody {
    /** More warnings than these at once are not read. */
    private static final int MOST_WARNINGS = 4;

    private PlanBody() {}

    /** The word of the coverage with its sign and colour. */
    public static Span badge(Coverage coverage) {
        Span badge = new Span();
        badge(badge, coverage);
        return badge;
    }

    static void badge(Span badge, Coverage coverage) {
        badge.setClassName("ww-badge "
                + switch (coverage) {
                    case EXACT -> "yes";
                    case WIDER -> "unknown";
                    case UNSUPPORTED -> "no";
                });
        badge.setText(
                switch (coverage) {
                    case EXACT -> "✓ exact";
                    case WIDER -> "≈ wider";
                    case UNSUPPORTED -> "✕ unsupported";
                });
    }

    /**
     * Adds gaps, steps and warnings.
     *
     * @param id of the card, unique on the page
     */
    public static void fill(Div body, String id, CapturePlan plan) {
        CardNotes.gaps(plan).forEach(body::add);
        addSteps(body, id, plan);
        addWarnings(body, plan.warnings());
    }

    /** Dangers come first; of many cautions the last ones wait behind a line that counts them. */
    private static void addWarnings(Div body, List<PlanWarning> warnings) {
        List<PlanWarning> sorted = warnings.stream()
                .sorted(Comparator.comparing(PlanWarning::level).reversed())
                .toList();
        long dangers = sorted.stream().filter(one -> one.level() == Risk.DANGER).count();
        int open = sorted.size() <= MOST_WARNINGS ? sorted.size() : (int) Math.max(dangers, MOST_WARNINGS - 1);
        sorted.subList(0, open).forEach(warning -> body.add(CardNotes.warning(warning)));
        if (open < sorted.size()) {
            Details more = new Details((sorted.size() - open) + " more cautions");
            more.setClassName("ww-why");
            sorted.subList(open, sorted.size()).forEach(warning -> more.add(CardNotes.warning(warning)));
            body.add(more);
        }
    }

    private static void addSteps(Div body, String id, CapturePlan plan) {
        int run = 0;
        Optional<Phase> above = Optional.empty();
        Optional<StepView> main = Optional.empty();
        for (Step step : plan.steps()) {
            if (plan.runs() > 1 && step.run() != run) {
                run = step.run();
                Span title = new Span("run " + run + " of " + plan.runs());
                title.setClassName("ww-run");
                body.add(title);
                above = Optional.empty();
            }
            String stepId = "step-" + id + "-" + body.getComponentCount();
            boolean repeats = above.equals(Optional.of(step.phase()));
            StepView view = new StepView(step, plan.filters().get(step.run() - 1), stepId, repeats);
            above = Optional.of(step.phase());
            if (main.isEmpty() && view.carriesFilter()) {
                main = Optional.of(view);
            }
            body.add(view);
        }
        main.ifPresent(StepView::setPrimary);
    }
}
