package dev.wirewalk.build.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.shell.ui.HasKeys;
import dev.wirewalk.shell.ui.LiveRegion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One filter on the left, the commands of every tool on the right; the address bar holds all of it. */
@Route("")
@Menu(title = "Build", order = 1)
@PageTitle("Build · Wirewalk")
@StyleSheet("context://wirewalk/build.css")
public class BuildView extends Div implements BeforeEnterObserver, HasKeys {
    private final Desk desk;
    private final Ways ways = new Ways(Ways.Way.PLACE);
    private final LinkNotice linkNotice = new LinkNotice();
    private final FilterPanel filterPanel;
    private final OptionsPanel options;
    private final LiveRegion live = new LiveRegion();
    private final ToolShelf shelf;
    private BuildState state = BuildState.EMPTY;
    private Filter filter = Filter.ANY;
    private Optional<String> problem = Optional.empty();
    private Optional<ToolProfile> focused;

    public BuildView(Desk desk) {
        this.desk = desk;
        setClassName("ww-build");
        focused = desk.tools().stream().findFirst();
        filterPanel = new FilterPanel(desk, new FilterPanel.Listener() {
            @Override
            public void filter(Filter read, String text) {
                filter = read;
                problem = Optional.empty();
                setState(state.withFilter(text));
            }

            @Override
            public void noFilter(String sentence, String text) {
                problem = Optional.of(sentence);
                setState(state.withFilter(text));
            }

            @Override
            public void options(ToolProfile tool, Map<String, String> read) {
                takeOver(tool, read);
            }
        });
        options = new OptionsPanel(desk.tools(), new OptionsPanel.Listener() {
            @Override
            public void focus(ToolProfile tool) {
                focusTool(tool);
            }

            @Override
            public void option(ToolProfile tool, String name, String value) {
                setState(state.with(tool, name, value));
            }
        });
        shelf = shelf();
        H1 title = new H1("Build");
        title.setClassName("ww-hidden");
        Div left = new Div(filterPanel, options);
        left.setClassName("ww-stack ww-question");
        add(title, ways, linkNotice, left, shelf, live);
    }

    /** The options of a pasted command become those of its tool, which gets a card. */
    private void takeOver(ToolProfile tool, Map<String, String> read) {
        List<String> shown =
                desk.shown(state.tools()).stream().map(ToolProfile::id).toList();
        if (!shown.contains(tool.id())) {
            state = state.withTools(
                    Stream.concat(Stream.of(tool.id()), shown.stream()).toList());
        }
        read.forEach((name, value) -> state = state.with(tool, name, value));
        focusTool(tool);
    }

    private ToolShelf shelf() {
        return new ToolShelf(desk, new ToolShelf.Listener() {
            @Override
            public void tools(List<String> ids) {
                setState(state.withTools(ids));
            }

            @Override
            public void version(ToolProfile changed, String version) {
                setState(state.with(changed, ToolProfile.VERSION, version));
                focusTool(changed);
            }

            @Override
            public void focus(ToolProfile chosen) {
                focusTool(chosen);
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        BuildLink link = BuildLink.read(event.getLocation().getQueryParameters().getParameters(), desk);
        BuildState last = lastHere(event.getUI());
        if (link.isEmpty() && !last.equals(BuildState.EMPTY)) {
            event.forwardTo(event.getLocation().getPath(), QueryParameters.fromString(BuildLink.query(last)));
            return;
        }
        open(link);
    }

    /** What was on the page before one went to another page of the same tab and came back by the navigation. */
    private static BuildState lastHere(UI tab) {
        return Optional.ofNullable(ComponentUtil.getData(tab, BuildState.class)).orElse(BuildState.EMPTY);
    }

    final void open(BuildLink link) {
        linkNotice.show(link.problems());
        state = link.state();
        filterPanel.load(state.filter());
        List<ToolProfile> shown = desk.shown(state.tools());
        focused.filter(shown::contains).or(() -> shown.stream().findFirst()).ifPresent(this::focusTool);
    }

    private void focusTool(ToolProfile tool) {
        focused = Optional.of(tool);
        options.show(tool, state);
        shelf.focus(tool);
    }

    private void setState(BuildState changed) {
        state = changed;
        refresh();
        // While the address is read, the page is not in the tab yet.
        getUI().or(() -> Optional.ofNullable(UI.getCurrent()))
                .ifPresent(tab -> ComponentUtil.setData(tab, BuildState.class, state));
        // The page's own address, changed without a step in the history: each keystroke would be one.
        getElement()
                .executeJs(
                        "history.replaceState(history.state, '', location.pathname + ($0 ? '?' + $0 : ''))",
                        BuildLink.query(state));
    }

    private void refresh() {
        ways.show(state.filter(), Optional.empty());
        shelf.arrange(desk.shown(state.tools()));
        shelf.refresh(filter, state, problem);
        live.say(shelf.sentence());
    }

    @Override
    public Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("/", "go to the filter's text");
        keys.put("t", "search a tool");
        keys.put("c", "copy the command in focus (Tab goes from one to the next)");
        return keys;
    }
}
