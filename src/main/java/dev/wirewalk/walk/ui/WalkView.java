package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.shell.ui.HasKeys;
import dev.wirewalk.shell.ui.LiveRegion;
import dev.wirewalk.shell.ui.Repaint;
import dev.wirewalk.store.InspectionDesk;
import dev.wirewalk.store.Investigation;
import dev.wirewalk.store.InvestigationState;
import dev.wirewalk.store.SessionInvestigation;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.PathFileException;
import dev.wirewalk.topology.PathLink;
import dev.wirewalk.topology.draft.PathDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Walk page. Its state is the session's investigation; the address holds the path, so that it can be shared. */
@Route("walk")
@PageTitle("Walk · Wirewalk")
@Menu(title = "Walk", order = 2)
@StyleSheet("wirewalk/walk.css")
@StyleSheet("wirewalk/walk-result.css")
public final class WalkView extends Div implements BeforeEnterObserver, HasKeys {
    private static final String LINK = "path";
    private static final String SAMPLE = "sample";

    private final transient Investigation investigation;
    private final transient Announcements announcements;
    private final LiveRegion live = new LiveRegion();
    private final Notice notice = new Notice();
    private final EmptyCard empty;
    private final SampleBanner sample;
    private final PathCard path;
    private final WalkProgressBar progress;
    private final ResultCards results;
    private transient Runnable stopListening = () -> {};
    private transient Optional<Path> addressed = Optional.empty();

    public WalkView(SessionInvestigation sessions, ToolCatalogue tools) {
        investigation = sessions.of(VaadinSession.getCurrent());
        announcements = new Announcements(investigation.state());
        addClassNames("ww-stack", "ww-walk");
        PointUploads uploads = new PointUploads(
                investigation, sessions.settings().maximumFile().toBytes());
        InspectionDesk desk = sessions.deskOf(VaadinSession.getCurrent());
        ToInspect inspect = (name, file, frame) -> inspect(desk.open(name, file), frame);
        path = new PathCard(investigation, uploads, tools, sessions.settings().promise(), inspect);
        results = new ResultCards(
                inspect,
                uploads::ofPointNamed,
                (question, point, yes) -> investigation.change(draft -> draft.withAnswer(question, point, yes)));
        empty = new EmptyCard(
                () -> path.begin(PathDraft.fourPoints()),
                () -> path.begin(PathDraft.EMPTY.withNewPoint()),
                path::loadPath,
                chosen -> investigation.open(chosen.open()));
        sample = new SampleBanner(this::leaveSample);
        empty.add(new CapturesDrop(
                "Choose captures",
                "Or drop captures here, in any order: they become the points of the path. What they do not tell, you can correct.",
                uploads.anywhere()));
        path.add(new CapturesDrop(
                "Choose captures",
                "or drop captures of any place: each goes to the point that waits for it, or becomes a point where its packets say",
                uploads.anywhere()));
        progress = new WalkProgressBar(investigation::cancelWalk, investigation::walkAgain);
        add(live, notice, empty, sample, path, progress, results, uploads);
    }

    private void inspect(String file, long frame) {
        Map<String, String> wanted =
                frame > 0 ? Map.of("file", file, "frame", String.valueOf(frame)) : Map.of("file", file);
        getUI().ifPresent(ui -> ui.navigate("inspect", QueryParameters.simple(wanted)));
    }

    /**
     * Follows a link. Without one the address is made to hold the path that the session has: changing it only when the page is
     * there would race with the browser's own step to this page.
     */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> link = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(LINK)
                .filter(text -> !text.isBlank());
        Optional<WalkSample> wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SAMPLE)
                .flatMap(WalkSample::of);
        Optional<String> known = address(investigation.state());
        if (wanted.isPresent()) {
            follow(wanted.get());
        } else if (link.isPresent()) {
            follow(link.get());
        } else if (known.isPresent()) {
            event.forwardTo(event.getLocation().getPath(), QueryParameters.fromString(known.get()));
        }
    }

    /** Opens the sample of a link, but not over a case that has files. */
    private void follow(WalkSample linked) {
        InvestigationState state = investigation.state();
        if (state.sample().equals(linked.id())) {
            return;
        }
        if (state.hasFiles()) {
            notice.ask(
                    "This link opens a sample in the place of your path and its files.",
                    "Open the sample",
                    () -> investigation.open(linked.open()),
                    "Keep mine");
        } else {
            investigation.open(linked.open());
        }
    }

    /** Files that were added to the sample are asked for; those of the sample come back with it. */
    private void leaveSample() {
        InvestigationState state = investigation.state();
        int own = WalkSample.of(state.sample())
                .map(known -> known.open().captures().size())
                .orElse(0);
        long there = state.files().values().stream().mapToLong(List::size).sum();
        if (there > own) {
            path.startAnew();
        } else {
            investigation.startAnew();
        }
    }

    /** Takes the path of a link, but not over one that already has files. */
    private void follow(String link) {
        try {
            PathDraft linked = PathDraft.of(PathLink.read(link));
            InvestigationState state = investigation.state();
            if (linked.checked().path().equals(state.checked().path())) {
                return;
            }
            if (state.hasFiles()) {
                notice.ask(
                        "This link describes another path than the one you have files for.",
                        "Open the path of the link",
                        () -> path.load(linked),
                        "Keep mine");
            } else {
                investigation.load(linked);
            }
        } catch (PathFileException wrong) {
            notice.say("The path in this link cannot be read, so it was left out: " + wrong.getMessage());
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Repaint repaint = new Repaint(attached.getUI(), () -> show(investigation.state()), () -> stopListening.run());
        stopListening = investigation.listen(state -> repaint.soon());
        show(investigation.state());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stopListening.run();
    }

    private void show(InvestigationState state) {
        boolean begun = !state.draft().points().isEmpty();
        empty.setVisible(!begun);
        path.setVisible(begun);
        path.show(state);
        sample.show(state);
        progress.show(state);
        results.show(state);
        if (begun && state.job().isEmpty()) {
            results.hint(
                    state.checked().path().isEmpty()
                            ? "The walk waits until the fields marked above are right."
                            : "Open a point for its command, drop captures on the points, or answer a question by what you saw.");
        }
        notice.tell(state.notice());
        String said = announcements.after(state);
        if (!said.isEmpty()) {
            live.say(said);
        }
        addressFollows(state);
    }

    private void addressFollows(InvestigationState state) {
        Optional<Path> path = state.checked().path();
        boolean cleared = state.draft().points().isEmpty() && addressed.isPresent();
        if (cleared || (path.isPresent() && !path.equals(addressed))) {
            addressed = path;
            String address = address(state).map(known -> "walk?" + known).orElse("walk");
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address));
        }
    }

    /** The address' query that holds the path, or names the sample as long as its path is as it came. */
    private static Optional<String> address(InvestigationState state) {
        Optional<Path> path = state.checked().path();
        boolean sample = WalkSample.of(state.sample())
                .filter(known -> known.draft().checked().path().equals(path))
                .isPresent();
        return sample
                ? Optional.of(SAMPLE + "=" + state.sample())
                : path.map(known -> LINK + "=" + PathLink.write(known));
    }

    @Override
    public Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        List.of(
                        List.of("↑ ↓", "step through the questions; Enter opens one"),
                        List.of("↑ ↓ ← →", "in the ladder: step through the packets and their points; Enter opens one"),
                        List.of("Alt ← →", "move the open point along the path"),
                        List.of("c", "copy the step in focus"),
                        List.of("Esc", "close the open point"))
                .forEach(key -> keys.put(key.getFirst(), key.getLast()));
        return keys;
    }
}
