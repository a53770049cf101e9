package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.wirewalk.shell.ui.Copy;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.store.OpenFile;
import java.util.List;
import java.util.Optional;

/** One packet opened: its layers and fields, and its bytes beside them. */
final class PacketCard extends Section {
    private final transient OpenFile file;
    private final transient Runnable closed;

    /** @param closed run when the person has closed the packet */
    PacketCard(OpenFile file, Runnable closed) {
        this.file = file;
        this.closed = closed;
        addClassNames("ww-card", "ww-packet");
        getElement().setAttribute("aria-label", "The open packet");
        getElement().setAttribute("tabindex", "-1");
        setVisible(false);
    }

    /** Shows a frame by its number. */
    void open(long number) {
        Optional<ShownPacket> shown =
                file.use(Optional.empty(), (capture, frames) -> ShownPacket.read(capture, frames, number));
        removeAll();
        setVisible(true);
        shown.ifPresentOrElse(
                this::show, () -> add(new H2("Frame " + number), new Div("There is no packet with this number.")));
        getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private void show(ShownPacket packet) {
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            setVisible(false);
            closed.run();
        });
        close.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        close.addClickShortcut(Key.ESCAPE);
        close.setClassName("ww-close");
        close.setAriaLabel("Close the packet (Esc)");
        close.setTooltipText("Close the packet (Esc)");
        Span facts = Words.soft(facts(packet));
        Div head = new Div(new H2("Frame " + Numbers.count(packet.number())), facts, close);
        head.setClassName("ww-head");
        Pre hex = new Pre(packet.hex());
        hex.setClassName("ww-hex");
        hex.getElement().setAttribute("tabindex", "0");
        hex.getElement().setAttribute("aria-label", "Bytes of the packet");
        Button copy = new Button("Copy bytes");
        copy.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        copy.getElement().setAttribute("data-copy-what", "Bytes");
        Copy.text(copy, packet.hex());
        Div right = new Div(hex, copy);
        Div columns = new Div(layers(packet), right);
        columns.setClassName("ww-packet-columns");
        add(head, columns);
    }

    private static String facts(ShownPacket packet) {
        StringBuilder facts = new StringBuilder();
        packet.time().ifPresent(time -> facts.append(time).append(" · "));
        facts.append(Numbers.count(packet.originalLength(), "byte")).append(" on the wire");
        if (packet.octets().length < packet.originalLength()) {
            facts.append(", ").append(Numbers.count(packet.octets().length)).append(" shown");
        }
        if (!packet.place().isEmpty()) {
            facts.append(" · ").append(packet.place());
        }
        if (packet.line() > 0) {
            facts.append(" · line ").append(Numbers.count(packet.line())).append(" of the text");
        }
        return facts.toString();
    }

    private static Div layers(ShownPacket packet) {
        Div column = new Div();
        column.setClassName("ww-layers");
        if (!packet.whole()) {
            column.addClassName("ww-told");
            column.add(
                    Words.mono(packet.summary()),
                    Words.soft(
                            "The text did not tell every byte of this packet: what it did not tell is ?? among the bytes."));
            return column;
        }
        List<Dissection.Layer> layers = Dissection.of(packet);
        for (Dissection.Layer layer : layers) {
            Pre fields = new Pre(String.join("\n", layer.fields()));
            Details details = new Details(layer.title(), fields);
            details.setOpened(!layer.title().startsWith("data"));
            column.add(details);
        }
        if (layers.isEmpty()) {
            column.add(Words.soft("This link type is not taken apart here; the bytes are beside."));
        }
        return column;
    }
}
