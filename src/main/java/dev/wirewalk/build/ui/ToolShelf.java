package dev.wirewalk.build.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.profile.ToolProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cards in the order that the person wants, and all other tools to choose from. */
class ToolShelf extends Div {
    /** Told what a person does with the cards. */
    interface Listener extends ToolCard.Listener {
        /** @param ids the tools with a card, in order */
        void tools(List<String> ids);
    }

    private final Desk desk;
    private final Listener listener;
    private final StatusLine status = new StatusLine();
    private final Div place = new Div();
    private final ToolFinder finder;
    private final Map<ToolProfile, ToolCard> made = new LinkedHashMap<>();
    private List<ToolProfile> shown = List.of();

    ToolShelf(Desk desk, Listener listener) {
        this.desk = desk;
        this.listener = listener;
        setClassName("ww-stack");
        H2 title = new H2("Commands");
        title.setClassName("ww-hidden");
        place.setClassName("ww-stack");
        finder = new ToolFinder(tool -> {
            List<ToolProfile> more = new ArrayList<>(List.of(tool));
            more.addAll(shown);
            tell(more);
            card(tool).reveal();
        });
        add(title, status);
        desk.problems().forEach(this::addProblem);
        add(finder, place);
    }

    private void addProblem(String problem) {
        Paragraph note = new Paragraph("A tool is left out, its profile is not right: " + problem);
        note.setClassName("ww-note unknown");
        add(note);
    }

    /** Lays out the cards; a card that stays is not touched. */
    void arrange(List<ToolProfile> tools) {
        if (tools.equals(shown)) {
            return;
        }
        shown = tools;
        place.removeAll();
        tools.forEach(tool -> place.add(card(tool)));
        finder.offer(desk.tools().stream().filter(tool -> !tools.contains(tool)).toList());
    }

    private ToolCard card(ToolProfile tool) {
        return made.computeIfAbsent(
                tool,
                _ -> new ToolCard(tool, listener, new ToolCard.Placing() {
                    @Override
                    public void move(int steps) {
                        List<ToolProfile> order = new ArrayList<>(shown);
                        int from = order.indexOf(tool);
                        int to = Math.clamp(from + steps, 0, order.size() - 1);
                        Collections.rotate(
                                order.subList(Math.min(from, to), Math.max(from, to) + 1), from < to ? -1 : 1);
                        tell(order);
                    }

                    @Override
                    public void remove() {
                        tell(shown.stream().filter(other -> !other.equals(tool)).toList());
                    }
                }));
    }

    private void tell(List<ToolProfile> order) {
        listener.tools(
                order.equals(desk.usual())
                        ? List.of()
                        : order.stream().map(ToolProfile::id).toList());
    }

    void focus(ToolProfile tool) {
        made.values().forEach(card -> card.setFocused(card.tool().equals(tool)));
    }

    /**
     * Plans the filter for every card.
     *
     * @param problem why what is typed now is no filter
     */
    void refresh(Filter filter, BuildState state, Optional<String> problem) {
        Map<Coverage, Integer> counts = new LinkedHashMap<>();
        for (ToolProfile tool : shown) {
            ToolCard card = card(tool);
            try {
                CapturePlan plan = desk.plan(tool, filter, state.of(tool));
                card.show(plan, () -> desk.explain(tool, filter, state.of(tool)));
                counts.merge(plan.coverage(), 1, Integer::sum);
            } catch (InvalidOptionException refused) {
                card.refuse(String.valueOf(refused.getMessage()), state.value(tool, ToolProfile.VERSION));
            }
            card.setStale(problem.isPresent());
        }
        status.show(filter, problem, counts);
    }

    /** What the cards are for, in one sentence. */
    String sentence() {
        return status.sentence();
    }
}
