package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wirewalk.finding.Evidence;
import dev.wirewalk.finding.Finding;
import dev.wirewalk.inspection.InspectionResult;
import dev.wirewalk.shell.ui.Copy;
import java.util.List;
import java.util.function.LongConsumer;

/** What is worth knowing about the capture, the gravest first, each with its frames and what to do about it. */
final class FindingsCard extends Section {
    private static final int FRAMES = 12;
    private static final int FIRST_SHOWN = 8;

    private final UnorderedList list = new UnorderedList();
    private final transient LongConsumer openFrame;

    /** @param openFrame told the number of a frame that the person wants to see */
    FindingsCard(InspectionResult result, LongConsumer openFrame) {
        this.openFrame = openFrame;
        addClassNames("ww-card", "ww-findings");
        getElement().setAttribute("aria-label", "Findings");
        List<Finding> findings = result.findings();
        add(new H2("Findings" + (findings.isEmpty() ? "" : " · " + Words.count(findings.size()))), list);
        if (findings.isEmpty()) {
            add(new Paragraph("Nothing stands out: no failed handshakes, no repeats, no errors that are looked for."));
        }
        findings.stream().limit(FIRST_SHOWN).forEach(finding -> list.add(item(finding)));
        if (findings.size() > FIRST_SHOWN) {
            Button more = new Button("Show " + Words.count(findings.size() - FIRST_SHOWN) + " more");
            more.addClickListener(click -> {
                findings.stream().skip(FIRST_SHOWN).forEach(finding -> list.add(item(finding)));
                remove(more);
            });
            add(more);
        }
    }

    private ListItem item(Finding finding) {
        Span summary = new Span(finding.summary());
        summary.setClassName("ww-finding-summary");
        Span times = Words.soft(finding.count() > 1 ? "× " + Words.count(finding.count()) : "");
        Div head = new Div(Words.badge(finding.severity()), summary, times);
        head.setClassName("ww-finding-head");
        Paragraph advice = new Paragraph(finding.advice());
        Div body = new Div(advice);
        body.setClassName("ww-finding-body");
        if (!finding.evidence().isEmpty()) {
            body.add(frames(finding));
        }
        if (!finding.displayFilter().isEmpty()) {
            body.add(displayFilter(finding));
        }
        ListItem item = new ListItem(head, body);
        item.addClassNames("ww-finding", Words.look(finding.severity()));
        return item;
    }

    private Div frames(Finding finding) {
        Div frames = new Div(Words.soft("frames "));
        frames.setClassName("ww-finding-frames");
        finding.evidence().stream().limit(FRAMES).map(Evidence::frame).forEach(frame -> {
            NativeButton button = new NativeButton("#" + frame, click -> openFrame.accept(frame));
            button.setAriaLabel("Show frame " + frame);
            frames.add(button);
        });
        if (finding.evidence().size() > FRAMES) {
            frames.add(Words.soft("…"));
        }
        return frames;
    }

    private static Div displayFilter(Finding finding) {
        Button copy = new Button("Copy");
        copy.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        copy.setAriaLabel("Copy the display filter");
        copy.getElement().setAttribute("data-copy-what", "Display filter");
        Copy.text(copy, finding.displayFilter());
        Div line = new Div(Words.soft("in Wireshark "), Words.mono(finding.displayFilter()), copy);
        line.setClassName("ww-finding-filter");
        return line;
    }
}
