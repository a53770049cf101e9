package dev.wirewalk.build.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.command.PlanWarning;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.dialect.Gap;
import dev.wirewalk.profile.Risk;
import dev.wirewalk.shell.ui.Copy;

/** The sentences on a card. */
final class CardNotes {
    private CardNotes() {}

    /** What the tool cannot say, why, and what to narrow the result with when reading it. */
    static Paragraph gap(Gap gap, Coverage coverage) {
        Paragraph note = new Paragraph();
        note.setClassName("ww-note " + (coverage == Coverage.UNSUPPORTED ? "no" : "unknown"));
        if (!gap.term().isBlank()) {
            note.add(new Code(gap.term()), new Span(" "));
        }
        note.add(new Span(gap.reason()));
        if (!gap.narrow().isBlank() && coverage == Coverage.WIDER) {
            NativeButton narrow = new NativeButton(gap.narrow());
            narrow.setClassName("ww-narrow");
            narrow.setAriaLabel("Copy the filter for reading: " + gap.narrow());
            narrow.getElement().setAttribute("data-copy-what", "Filter for reading");
            Copy.text(narrow, gap.narrow());
            note.add(new Span(" When reading, narrow with "), narrow);
        }
        return note;
    }

    static Paragraph warning(PlanWarning warning) {
        Span level = new Span(glyph(warning.level()) + " " + warning.level().word());
        level.setClassName("ww-level " + colour(warning.level()));
        Paragraph note = new Paragraph(level, new Span(" " + warning.text()));
        note.setClassName("ww-warning");
        return note;
    }

    static String glyph(Risk risk) {
        return switch (risk) {
            case NONE -> "";
            case CAUTION -> "⚠";
            case DANGER -> "⛔";
        };
    }

    static String colour(Risk risk) {
        return switch (risk) {
            case NONE -> "";
            case CAUTION -> "unknown";
            case DANGER -> "no";
        };
    }
}
