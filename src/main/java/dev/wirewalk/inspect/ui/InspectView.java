package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import dev.wirewalk.shell.ui.HasKeys;
import dev.wirewalk.shell.ui.LiveRegion;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.shell.ui.Repaint;
import dev.wirewalk.store.DeskFile;
import dev.wirewalk.store.InspectionDesk;
import dev.wirewalk.store.OpenFile;
import dev.wirewalk.store.SessionInvestigation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Inspect page. Its files lie on the session's desk; the address names the one that is open, and a frame of it. */
@Route("inspect")
@PageTitle("Inspect · Wirewalk")
@Menu(title = "Inspect", order = 3)
@StyleSheet("wirewalk/inspect.css")
public final class InspectView extends Div implements BeforeEnterObserver, HasKeys {
    private static final String FILE = "file";
    private static final String FRAME = "frame";

    private final transient InspectionDesk desk;
    private final LiveRegion live = new LiveRegion();
    private final DeskFiles list;
    private final Section side;
    private final Div main = new Div();
    private final EmptyDesk empty;
    private transient Runnable stopListening = () -> {};
    private transient Optional<OpenFile> shown = Optional.empty();
    private transient Optional<OpenCapture> open = Optional.empty();
    private final Set<String> known = new HashSet<>();
    private String chosen = "";
    private String addressed = "";
    /** Whether the address names a file that is not on the desk. */
    private boolean strange;

    private long wantedFrame;

    public InspectView(SessionInvestigation sessions) {
        desk = sessions.deskOf(VaadinSession.getCurrent());
        addClassNames("ww-inspect");
        list = new DeskFiles(new DeskFiles.Actions() {
            @Override
            public void choose(String file) {
                strange = false;
                chosen = file;
                show(desk.files());
            }

            @Override
            public void cancel(String file) {
                desk.cancel(file);
            }

            @Override
            public void remove(String file) {
                desk.remove(file);
            }
        });
        empty = new EmptyDesk(() -> Sample.lay(desk));
        side = new Section(new H2("Files"), new DeskUploads(desk, sessions.settings()), list);
        side.addClassNames("ww-card", "ww-desk");
        side.getElement().setAttribute("aria-label", "Files");
        main.addClassNames("ww-stack", "ww-inspected");
        add(live, side, main);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        List<DeskFile> files = desk.files();
        Optional<String> linked = parameters.getSingleParameter(FILE).filter(file -> !file.isBlank());
        if (linked.isEmpty() && !files.isEmpty()) {
            // Changing the address only when the page is there would race with the browser's own step to this page.
            event.forwardTo(
                    event.getLocation().getPath(),
                    QueryParameters.of(FILE, files.getLast().id()));
            return;
        }
        follow(
                linked,
                parameters
                        .getSingleParameter(FRAME)
                        .filter(text -> text.length() < 19
                                && !text.isEmpty()
                                && text.chars().allMatch(Character::isDigit))
                        .map(Long::parseLong)
                        .orElse(0L));
    }

    /**
     * Opens what a link names.
     *
     * @param file id of a file, which may be of another session or gone
     * @param frame to be opened when the file is there; 0 for none
     */
    void follow(Optional<String> file, long frame) {
        List<DeskFile> files = desk.files();
        chosen = file.orElse("");
        addressed = address(frame);
        strange = file.isPresent() && files.stream().noneMatch(each -> each.id().equals(chosen));
        files.forEach(each -> known.add(each.id()));
        wantedFrame = frame;
        if (isAttached()) {
            show(files);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Repaint repaint = new Repaint(attached.getUI(), () -> show(desk.files()), () -> stopListening.run());
        stopListening = desk.listen(files -> repaint.soon());
        show(desk.files());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stopListening.run();
    }

    /** Paints what is on the desk. */
    void show(List<DeskFile> files) {
        choose(files);
        list.show(files, chosen);
        Optional<DeskFile> file =
                files.stream().filter(each -> each.id().equals(chosen)).findFirst();
        file.ifPresent(this::announce);
        Optional<OpenFile> now = file.flatMap(DeskFile::open);
        if (!now.equals(shown) || (now.isEmpty() && main.getComponentCount() == 0)) {
            shown = now;
            main.removeAll();
            open = now.map(read -> new OpenCapture(read, this::addressFollows));
            open.ifPresentOrElse(main::add, () -> main.add(empty));
        }
        if (wantedFrame > 0 && open.isPresent()) {
            open.get().showFrame(wantedFrame);
            wantedFrame = 0;
        }
        empty.waiting(file, strange);
        if (file.isPresent() && !addressed.startsWith(address(0))) {
            addressFollows(0);
        }
    }

    /** What the person has just added is what he wants to see; of several the first. */
    private void choose(List<DeskFile> files) {
        Optional<DeskFile> added =
                files.stream().filter(file -> !known.contains(file.id())).findFirst();
        if (added.isPresent()) {
            strange = false;
            chosen = added.get().id();
        } else if (!strange && files.stream().noneMatch(file -> file.id().equals(chosen))) {
            chosen = files.isEmpty() ? "" : files.getLast().id();
        }
        files.forEach(file -> known.add(file.id()));
    }

    /** @param frame 0 for none */
    private String address(long frame) {
        return "inspect?" + FILE + "=" + chosen + (frame > 0 ? "&" + FRAME + "=" + frame : "");
    }

    private void addressFollows(long frame) {
        addressed = address(frame);
        getElement().executeJs("history.replaceState(history.state, '', $0)", addressed);
    }

    private void announce(DeskFile file) {
        live.say(
                switch (file.stage()) {
                    case DeskFile.Receiving receiving -> "Receiving " + file.name();
                    case DeskFile.Reading reading -> "Reading " + file.name();
                    case DeskFile.Ready(OpenFile read) ->
                        file.name() + " is read: "
                                + Numbers.count(read.inspection().result().packets(), "packet") + ", "
                                + Numbers.count(
                                        read.inspection().result().findings().size(), "finding");
                    case DeskFile.Refused(String sentence) -> file.name() + ": " + sentence;
                });
    }

    @Override
    public Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("/", "filter the conversations");
        keys.put("↑ ↓ Enter", "move in a list, and open");
        keys.put("Esc", "close the open packet");
        return keys;
    }
}
