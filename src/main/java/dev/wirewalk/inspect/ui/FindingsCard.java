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
import dev.wirewalk.inspection.Extract;
import dev.wirewalk.inspection.InspectionResult;
import dev.wirewalk.shell.ui.Copy;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.store.OpenFile;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/** What is worth knowing about the capture, the gravest first, each with its frames and what to do about it. */
final class FindingsCard extends Section {
    private static final int FRAMES = 12;
    private static final int FIRST_SHOWN = 8;

    private final UnorderedList list = new UnorderedList();
    private final transient OpenFile file;
    private final transient LongConsumer openFrame;

    /** @param openFrame told the number of a frame that the person wants to see */
    FindingsCard(OpenFile file, LongConsumer openFrame) {
        this.file = file;
        this.openFrame = openFrame;
        InspectionResult result = file.inspection().result();
        addClassNames("ww-card", "ww-findings");
        getElement().setAttribute("aria-label", "Findings");
        List<Finding> findings = result.findings();
        add(new H2("Findings" + (findings.isEmpty() ? "" : " · " + Numbers.count(findings.size()))), list);
        if (findings.isEmpty()) {
            add(new Paragraph(nothing(result)));
        }
        findings.stream().limit(FIRST_SHOWN).forEach(finding -> list.add(item(finding)));
        if (findings.size() > FIRST_SHOWN) {
            Button more = new Button("Show " + Numbers.count(findings.size() - FIRST_SHOWN) + " more");
            more.addClickListener(click -> {
                findings.stream().skip(FIRST_SHOWN).forEach(finding -> list.add(item(finding)));
                remove(more);
            });
            add(more);
        }
    }

    private static String nothing(InspectionResult result) {
        boolean dropped =
                result.events().stream().anyMatch(event -> event.kind().equals("drop"));
        return dropped
                ? "The packets by themselves show nothing that stands out, but the device says that it dropped some: see Remarks."
                : result.packets() == 0
                        ? "Without packets nothing can be found."
                        : "Nothing stands out: no failed handshakes, no repeats, no errors that are looked for.";
    }

    private ListItem item(Finding finding) {
        Span summary = new Span(finding.summary());
        summary.setClassName("ww-finding-summary");
        Span times = Words.soft(finding.count() > 1 ? "× " + Numbers.count(finding.count()) : "");
        Div head = new Div(Words.badge(finding.severity()), summary, times);
        head.setClassName("ww-finding-head");
        Paragraph advice = new Paragraph(finding.advice());
        Div body = new Div(advice);
        body.setClassName("ww-finding-body");
        Div shown = new Div();
        shown.setClassName("ww-finding-shown");
        if (!finding.evidence().isEmpty()) {
            shown.add(frames(finding));
        }
        if (!finding.displayFilter().isEmpty()) {
            shown.add(displayFilter(finding));
        }
        body.add(shown);
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
            frames.add(Words.soft("… "));
        }
        frames.add(new Download(file, "Export", finding.id(), () -> evidence(finding)));
        return frames;
    }

    private static Extract.Choice evidence(Finding finding) {
        long[] numbers =
                finding.evidence().stream().mapToLong(Evidence::frame).sorted().toArray();
        return (frames, index) -> Arrays.binarySearch(numbers, frames.number(index)) >= 0;
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
