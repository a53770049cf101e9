package dev.wirewalk.build.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.Narrowing;
import dev.wirewalk.command.PlanWarning;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.dialect.Gap;
import dev.wirewalk.profile.Risk;
import dev.wirewalk.shell.ui.Copy;
import java.util.ArrayList;
import java.util.List;

/** The sentences on a card. */
final class CardNotes {
    /** Of a filter with hundreds of terms the reasons are soon told. */
    static final int SHOWN_GAPS = 8;

    private CardNotes() {}

    /** What the tool cannot say and why; then what cuts the result back when reading it. */
    static List<Paragraph> gaps(CapturePlan plan) {
        String colour = plan.coverage() == Coverage.UNSUPPORTED ? "no" : "unknown";
        List<Paragraph> notes = new ArrayList<>();
        for (Gap gap : plan.gaps().stream().limit(SHOWN_GAPS).toList()) {
            Paragraph note = new Paragraph();
            note.setClassName("ww-note " + colour);
            if (!gap.term().isBlank()) {
                note.add(new Code(gap.term()), new Span(" "));
            }
            note.add(new Span(gap.reason()));
            notes.add(note);
        }
        int more = plan.gaps().size() - SHOWN_GAPS;
        if (more > 0) {
            Paragraph rest = new Paragraph("And " + more + " more of this kind.");
            rest.setClassName("ww-note " + colour);
            notes.add(rest);
        }
        plan.narrowing().ifPresent(narrowing -> notes.add(narrowing(narrowing)));
        return notes;
    }

    private static Paragraph narrowing(Narrowing narrowing) {
        Paragraph note = new Paragraph(new Span("When reading, narrow with tcpdump "), narrow(narrowing.pcap()));
        if (!narrowing.display().isEmpty()) {
            String wider = narrowing.displayCoverage() == Coverage.EXACT ? "" : " (shows a little more)";
            note.add(new Span(" or in Wireshark" + wider + " "), narrow(narrowing.display()));
        }
        note.setClassName("ww-note unknown");
        return note;
    }

    private static NativeButton narrow(String filter) {
        NativeButton narrow = new NativeButton(filter);
        narrow.setClassName("ww-narrow");
        narrow.setAriaLabel("Copy the filter for reading: " + filter);
        narrow.getElement().setAttribute("data-copy-what", "Filter for reading");
        Copy.text(narrow, filter);
        return narrow;
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
            case CAUTION, DANGER -> "⚠";
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
