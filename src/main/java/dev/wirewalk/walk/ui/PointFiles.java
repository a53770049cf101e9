package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.shell.ui.FileParts;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.store.ByteCount;
import dev.wirewalk.store.PointFile;
import java.util.List;
import java.util.function.Consumer;

/** The files of one point: what each holds, or why it is not used. */
final class PointFiles extends UnorderedList {
    private static final int SHOWN_WARNINGS = 3;

    private final Consumer<String> remove;
    private final transient ToInspect inspect;
    private List<PointFile> shown = List.of();

    /** @param remove told the id of a file that the person does not want */
    PointFiles(Consumer<String> remove, ToInspect inspect) {
        this.remove = remove;
        this.inspect = inspect;
        setClassName("ww-files");
        getElement().setAttribute("aria-label", "Files of this point");
    }

    void show(List<PointFile> files) {
        if (!files.equals(shown)) {
            shown = files;
            removeAll();
            files.forEach(file -> add(row(file)));
        }
    }

    private ListItem row(PointFile file) {
        Span name = new Span(file.name());
        name.setClassName("ww-file-name");
        Div middle = new Div(name, detail(file.stage()));
        file.usable().ifPresent(usable -> middle.add(inspection(file, usable)));
        ListItem row = new ListItem(glyph(file.stage()), middle, removal(file));
        row.setClassName("ww-file");
        return row;
    }

    private static Span glyph(PointFile.Stage stage) {
        return switch (stage) {
            case PointFile.Receiving receiving -> FileParts.glyph("↑", "unknown");
            case PointFile.Checking checking -> FileParts.glyph("…", "unknown");
            case PointFile.Usable(var stored, ReadReport report) ->
                report.warnings().isEmpty() ? FileParts.glyph("✓", "yes") : FileParts.glyph("!", "unknown");
            case PointFile.Refused refused -> FileParts.glyph("✕", "no");
        };
    }

    private static Component detail(PointFile.Stage stage) {
        return switch (stage) {
            case PointFile.Receiving(long received, long total) -> receiving(received, total);
            case PointFile.Checking checking -> FileParts.fact("complete; it is being read");
            case PointFile.Usable(var stored, ReadReport report) -> usable(stored.bytes(), report);
            case PointFile.Refused(String sentence) -> {
                Span refusal = new Span(sentence);
                refusal.addClassNames("ww-refusal");
                yield refusal;
            }
        };
    }

    private static Div receiving(long received, long total) {
        String of = total > 0 ? " of " + ByteCount.of(total) : "";
        return new Div(
                FileParts.fact("receiving, " + ByteCount.of(received) + of),
                FileParts.progress("Upload", received, total));
    }

    private static Div usable(long bytes, ReadReport report) {
        Div facts = new Div();
        String span = Counts.span(report);
        facts.add(FileParts.fact(Numbers.count(report.packets(), "packet") + (span.isEmpty() ? "" : " · " + span)
                + " · " + report.format().label() + ", " + ByteCount.of(bytes)));
        if (report.packets() == 0) {
            facts.add(warning(
                    report.warnings().isEmpty()
                            ? "The capture is empty: it ran, and no packet of its filter came by."
                            : "No packet of it could be read, so it shows nothing of what passed here."));
        }
        if (report.truncatedPackets() > 0) {
            facts.add(warning(
                    Numbers.count(report.truncatedPackets(), "packet") + " cut short by the capture's snap length."));
        }
        report.warnings().stream()
                .limit(SHOWN_WARNINGS)
                .forEach(found -> facts.add(warning(found.text() + " (at byte " + found.offset() + ")")));
        int more = report.warnings().size() - SHOWN_WARNINGS;
        if (more > 0) {
            facts.add(FileParts.fact(Numbers.count(more, "further warning")));
        }
        return facts;
    }

    private Button inspection(PointFile file, PointFile.Usable usable) {
        Button button = new Button(
                "Inspect", click -> inspect.show(file.name(), usable.stored().path(), 0));
        button.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        button.addClassName("ww-inspect-file");
        button.setAriaLabel("Inspect " + file.name() + " alone");
        return button;
    }

    private Button removal(PointFile file) {
        String verb = switch (file.stage()) {
            case PointFile.Receiving receiving -> "Cancel the upload of ";
            case PointFile.Refused refused -> "Dismiss the message about ";
            case PointFile.Checking checking -> "Delete ";
            case PointFile.Usable usable -> "Delete ";
        };
        return FileParts.removal(verb, file.name(), () -> remove.accept(file.id()));
    }

    private static Span warning(String text) {
        Span span = new Span(text);
        span.setClassName("ww-file-warning");
        return span;
    }
}
