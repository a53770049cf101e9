package dev.wirewalk.build.ui.path;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.wirewalk.build.ui.MachineText;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Translation;
import dev.wirewalk.topology.draft.CheckedPath;
import dev.wirewalk.topology.draft.CheckedPath.Field;
import dev.wirewalk.topology.draft.FlowDraft;
import dev.wirewalk.topology.draft.PathDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The path as it is typed: who talks to whom, over which points, and what is translated on the way. */
final class PathPanel extends Section {
    /** Told after every change. */
    interface Listener {
        /** @param path empty with a problem */
        void path(Optional<Path> path, Optional<String> problem);
    }

    private final Listener listener;
    private final Select<String> protocol = new Select<>();
    private final TextField client = field("Client");
    private final TextField server = field("Server");
    private final TextField port = field("Port");
    private final PointRows points;
    private final NatRows nat = new NatRows(this::natChanged);
    private PathDraft draft = PathDraft.EMPTY;

    PathPanel(List<ToolProfile> tools, Listener listener) {
        this.listener = listener;
        setClassName("ww-card");
        points = new PointRows(tools, this::change);
        protocol.setLabel("Protocol");
        protocol.setItems("tcp", "udp", "icmp");
        protocol.addClassName("short");
        port.addClassName("short");
        protocol.addValueChangeListener(change -> flowChanged(change.isFromClient()));
        Div flow = new Div(protocol, client, server, port);
        flow.setClassName("ww-flow");
        Paragraph why = new Paragraph("Who opens the connection to whom; needed where addresses are translated."
                + " The server's address is the one that the client uses.");
        why.setClassName("ww-soft");
        add(new H2("Path"), why, flow, new H3("Points, from the client to the server"), points);
        add(new H3("Translations on the way"), nat);
    }

    private TextField field(String label) {
        TextField field = MachineText.in(new TextField(label));
        field.addValueChangeListener(change -> flowChanged(change.isFromClient()));
        return field;
    }

    /** Shows a value and its problem; what is typed at the moment stays. */
    static void follow(TextField field, String value, Optional<String> problem) {
        if (!field.getValue().equals(value)) {
            field.setValue(value);
        }
        field.setInvalid(problem.isPresent());
        field.setErrorMessage(problem.orElse(""));
    }

    void load(PathDraft loaded) {
        draft = loaded;
        nat.load(loaded.nat().stream()
                .flatMap(translation -> NatRow.of(translation).stream())
                .toList());
        show();
    }

    private void change(UnaryOperator<PathDraft> change) {
        draft = change.apply(draft);
        show();
    }

    private void flowChanged(boolean byPerson) {
        if (byPerson) {
            change(path -> path.withFlow(
                    new FlowDraft(protocol.getValue(), client.getValue(), "", server.getValue(), port.getValue())));
        }
    }

    private void natChanged() {
        show();
    }

    private void show() {
        CheckedPath checked = draft.checked();
        FlowDraft flow = draft.flow();
        protocol.setValue(flow.protocol());
        port.setEnabled(!flow.protocol().equals("icmp"));
        follow(client, flow.client(), checked.problem("", Field.CLIENT));
        follow(server, flow.server(), checked.problem("", Field.SERVER));
        follow(port, flow.port(), checked.problem("", Field.PORT));
        points.show(draft, checked);
        nat.mark();
        tell(checked);
    }

    private void tell(CheckedPath checked) {
        List<String> problems = new ArrayList<>(checked.problems().values());
        nat.rows().forEach(row -> row.problem().ifPresent(problems::add));
        if (draft.points().isEmpty()) {
            problems.add("The path has no point yet.");
        }
        List<Translation> translations =
                nat.rows().stream().flatMap(row -> row.translation().stream()).toList();
        Optional<Path> path = checked.path()
                .filter(_ -> problems.isEmpty())
                .map(known -> new Path(known.flow(), known.points(), known.returnOrder(), translations));
        listener.path(path, problems.stream().findFirst());
    }
}
