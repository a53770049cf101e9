package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.inspection.InspectionResult;
import dev.wirewalk.shell.ui.FileParts;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.store.ByteCount;
import dev.wirewalk.store.DeskFile;
import java.util.List;

/** The files on the desk: each with how far it came, or with what it shows in one line, so that they can be compared. */
final class DeskFiles extends UnorderedList {
    /** What the person may do with a file. */
    interface Actions {
        void choose(String file);

        void cancel(String file);

        void remove(String file);
    }

    private final transient Actions actions;
    private transient List<DeskFile> shown = List.of();
    private String chosen = "";

    DeskFiles(Actions actions) {
        this.actions = actions;
        setClassName("ww-files");
        getElement().setAttribute("aria-label", "Files");
    }

    void show(List<DeskFile> files, String nowChosen) {
        if (!files.equals(shown) || !chosen.equals(nowChosen)) {
            shown = files;
            chosen = nowChosen;
            removeAll();
            files.forEach(file -> add(row(file)));
        }
    }

    private ListItem row(DeskFile file) {
        Component name = name(file);
        ListItem row = new ListItem(glyph(file.stage()), new Div(name, detail(file)), removal(file));
        row.addClassNames("ww-file", file.id().equals(chosen) ? "chosen" : "other");
        return row;
    }

    private Component name(DeskFile file) {
        NativeButton name = new NativeButton(file.name(), click -> actions.choose(file.id()));
        name.setClassName("ww-file-name");
        name.getElement().setAttribute("aria-current", file.id().equals(chosen) ? "true" : "false");
        return name;
    }

    private static Span glyph(DeskFile.Stage stage) {
        return switch (stage) {
            case DeskFile.Receiving receiving -> FileParts.glyph("↑", "unknown");
            case DeskFile.Reading reading -> FileParts.glyph("…", "unknown");
            case DeskFile.Ready(var open) ->
                open.inspection().result().warnings().isEmpty()
                        ? FileParts.glyph("✓", "yes")
                        : FileParts.glyph("!", "unknown");
            case DeskFile.Refused refused -> FileParts.glyph("✕", "no");
        };
    }

    private Component detail(DeskFile file) {
        return switch (file.stage()) {
            case DeskFile.Receiving(long received, long total) -> progress("receiving", received, total, "");
            case DeskFile.Reading(long done, long total, long since) ->
                new Div(progress("reading", done, total, left(done, total, since)), cancel(file));
            case DeskFile.Ready(var open) -> facts(open.inspection().result());
            case DeskFile.Refused(String sentence) -> {
                Span refusal = new Span(sentence);
                refusal.addClassNames("ww-refusal", "ww-file-fact");
                yield refusal;
            }
        };
    }

    private Button cancel(DeskFile file) {
        Button cancel = new Button("Cancel", click -> actions.cancel(file.id()));
        cancel.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        return cancel;
    }

    private static String left(long done, long total, long since) {
        long passed = System.nanoTime() - since;
        return done > 0 && passed > 500_000_000L
                ? ", about " + Words.duration((long) (passed * ((double) (total - done) / done))) + " left"
                : "";
    }

    private static Div progress(String doing, long done, long total, String left) {
        String of = total > 0 ? " of " + ByteCount.of(total) : "";
        String come = done > 0 || total > 0 ? ", " + ByteCount.of(done) + of : "";
        return new Div(FileParts.fact(doing + come + left), FileParts.progress(doing, done, total));
    }

    private static Div facts(InspectionResult result) {
        Span facts = FileParts.fact(result.format() + " · " + Numbers.count(result.packets(), "packet")
                + result.details().bitsPerSecond().stream()
                        .mapToObj(rate -> " · " + Words.rate(rate))
                        .findFirst()
                        .orElse(""));
        Div line = new Div(facts);
        for (Severity severity : Severity.values()) {
            long count = result.findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0 && severity != Severity.NOTE) {
                Span words =
                        new Span((severity == Severity.ERROR ? "✕ " : "! ") + Numbers.count(count, severity.word()));
                words.addClassNames("ww-level", Words.look(severity), "ww-file-fact");
                line.add(words);
            }
        }
        return line;
    }

    private Button removal(DeskFile file) {
        String verb = switch (file.stage()) {
            case DeskFile.Receiving receiving -> "Cancel the upload of ";
            case DeskFile.Refused refused -> "Dismiss the message about ";
            case DeskFile.Reading reading -> "Delete ";
            case DeskFile.Ready ready -> "Delete ";
        };
        return FileParts.removal(verb, file.name(), () -> actions.remove(file.id()));
    }
}
