package dev.wirewalk.build.ui.path;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.wirewalk.build.ui.Desk;
import dev.wirewalk.build.ui.FilterPanel;
import dev.wirewalk.build.ui.Ways;
import dev.wirewalk.command.path.PathPlan;
import dev.wirewalk.command.path.PathPlanException;
import dev.wirewalk.command.path.RunBook;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.shell.ui.Copy;
import dev.wirewalk.shell.ui.HasKeys;
import dev.wirewalk.shell.ui.LiveRegion;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.PathFileException;
import dev.wirewalk.topology.PathLink;
import dev.wirewalk.topology.draft.PathDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One filter and a path on the left, the commands of every point and the run book on the right. */
@Route("path")
@PageTitle("Plan a path · Wirewalk")
@StyleSheet("context://wirewalk/build.css")
public class PathPlanView extends Div implements BeforeEnterObserver, HasKeys {
    private static final String FILTER = "filter";
    private static final String PATH = "path";

    private final Desk desk;
    private final FilterPanel filterPanel;
    private final PathPanel pathPanel;
    private final Ways ways = new Ways(Ways.Way.PATH);
    private final Div answers = new Div();
    private final LiveRegion live = new LiveRegion();
    private Filter filter = Filter.ANY;
    private String text = "";
    private Optional<String> filterProblem = Optional.empty();
    private Optional<Path> path = Optional.empty();
    private Optional<String> pathProblem = Optional.empty();

    public PathPlanView(Desk desk) {
        this.desk = desk;
        setClassName("ww-build");
        filterPanel = new FilterPanel(desk, new FilterPanel.Listener() {
            @Override
            public void filter(Filter read, String typed) {
                filter = read;
                text = typed;
                filterProblem = Optional.empty();
                refresh();
            }

            @Override
            public void noFilter(String problem, String typed) {
                text = typed;
                filterProblem = Optional.of(problem);
                refresh();
            }
        });
        pathPanel = new PathPanel(desk.tools(), (known, problem) -> {
            path = known;
            pathProblem = problem;
            refresh();
        });
        H1 title = new H1("Plan a path");
        title.setClassName("ww-hidden");
        Div left = new Div(filterPanel, pathPanel);
        left.setClassName("ww-stack ww-question");
        answers.setClassName("ww-stack");
        add(title, ways, left, answers, live);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Map<String, List<String>> parameters =
                event.getLocation().getQueryParameters().getParameters();
        pathPanel.load(linked(parameters.getOrDefault(PATH, List.of())));
        filterPanel.load(parameters.getOrDefault(FILTER, List.of("")).getFirst());
    }

    private static PathDraft linked(List<String> links) {
        if (links.isEmpty()) {
            return PathDraft.fourPoints();
        }
        try {
            return PathDraft.of(PathLink.read(links.getFirst()));
        } catch (PathFileException damaged) {
            return PathDraft.fourPoints();
        }
    }

    private void refresh() {
        ways.show(text, path.map(PathLink::write));
        answers.removeAll();
        Optional<String> problem = filterProblem.or(() -> pathProblem);
        if (problem.isPresent() || path.isEmpty()) {
            answers.add(notYet(problem.orElse("the path is not complete")));
        } else {
            plan(path.get());
        }
        getElement()
                .executeJs(
                        "history.replaceState(history.state, '', location.pathname + '?' + $0)",
                        Ways.query(text, path.map(PathLink::write)));
    }

    private void plan(Path known) {
        try {
            PathPlan plan = desk.plan(known, filter);
            answers.add(runBook(plan));
            plan.points()
                    .forEach(point -> desk.tool(point.plan().tool())
                            .ifPresent(tool -> answers.add(new PointPlanCard(point, tool))));
            plan.unplanned().forEach(left -> answers.add(notYet(left.point() + ": " + left.reason())));
            live.say("Planned for " + plan.points().size() + " captures");
        } catch (PathPlanException refused) {
            answers.add(notYet(String.valueOf(refused.getMessage())));
        }
    }

    private static Section runBook(PathPlan plan) {
        String book = RunBook.of(plan);
        Pre shown = new Pre(book);
        shown.setId("run-book");
        shown.setClassName("ww-run-book");
        shown.getElement().setAttribute("tabindex", "0");
        Button copy = new Button("Copy run book");
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.getElement().setAttribute("data-copy-what", "Run book");
        Copy.text(copy, book, shown);
        Div head = new Div(new H2("Run book"), copy);
        head.setClassName("ww-head");
        Paragraph order = new Paragraph(
                "Prepare all, start from the server back to the client, reproduce, stop, export," + " clean up.");
        order.setClassName("ww-soft");
        Section card = new Section(head, order, shown);
        card.setClassName("ww-card");
        return card;
    }

    private Component notYet(String problem) {
        Paragraph note = new Paragraph("⚠ " + problem + (problem.endsWith(".") ? "" : "."));
        note.setClassName("ww-status ww-not-current");
        live.say(problem);
        return note;
    }

    @Override
    public Map<String, String> keys() {
        return Map.of("/", "go to the filter's text", "c", "copy the command in focus (Tab goes from one to the next)");
    }
}
