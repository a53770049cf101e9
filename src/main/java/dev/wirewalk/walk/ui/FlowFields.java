package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.wirewalk.topology.draft.CheckedPath;
import dev.wirewalk.topology.draft.CheckedPath.Field;
import dev.wirewalk.topology.draft.FlowDraft;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The flow to follow. All may stay empty: then the walk picks the flow that fails most. */
final class FlowFields extends Div {
    private final Select<String> protocol = new Select<>();
    private final TextField client = new TextField("Client");
    private final TextField clientPort = new TextField("Client port");
    private final TextField server = new TextField("Server");
    private final TextField port = new TextField("Port");

    FlowFields(Consumer<FlowDraft> changed) {
        setClassName("ww-flow");
        protocol.setLabel("Protocol");
        protocol.setItems("tcp", "udp", "icmp");
        protocol.setItemLabelGenerator(word -> word.equals("icmp") ? "ping (icmp)" : word);
        client.setPlaceholder("picked from the captures");
        server.setPlaceholder("picked from the captures");
        clientPort.setPlaceholder("any");
        port.setPlaceholder("any");
        protocol.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(read());
            }
        });
        for (TextField field : List.of(client, clientPort, server, port)) {
            field.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    changed.accept(read());
                }
            });
        }
        protocol.addClassName("short");
        clientPort.addClassName("short");
        port.addClassName("short");
        add(protocol, client, clientPort, server, port);
    }

    private FlowDraft read() {
        return new FlowDraft(
                protocol.getValue(), client.getValue(), clientPort.getValue(), server.getValue(), port.getValue());
    }

    void show(FlowDraft flow, CheckedPath checked) {
        if (!flow.equals(read())) {
            protocol.setValue(flow.protocol());
            client.setValue(flow.client());
            clientPort.setValue(flow.clientPort());
            server.setValue(flow.server());
            port.setValue(flow.port());
        }
        boolean ports = !flow.protocol().equals("icmp");
        clientPort.setEnabled(ports);
        port.setEnabled(ports);
        problem(client, checked.problem("", Field.CLIENT));
        problem(clientPort, checked.problem("", Field.CLIENT_PORT));
        problem(server, checked.problem("", Field.SERVER));
        problem(port, checked.problem("", Field.PORT));
    }

    static void problem(TextField field, Optional<String> problem) {
        field.setErrorMessage(problem.orElse(""));
        field.setInvalid(problem.isPresent());
    }
}
