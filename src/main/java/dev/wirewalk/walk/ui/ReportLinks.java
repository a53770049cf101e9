package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.report.EvidenceFile;
import dev.wirewalk.report.EvidenceSettings;
import dev.wirewalk.report.Pseudonyms;
import dev.wirewalk.report.ReportSettings;
import dev.wirewalk.report.WalkReport;
import dev.wirewalk.store.InvestigationState.Found;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the walk found, to be taken along: a report, and the packets that matter. Made when it is asked for, for this session only.
 * The same addresses are replaced by the same ones in report and packets.
 */
final class ReportLinks extends Div {
    private final transient Found found;
    private final transient Pseudonyms pseudonyms = Pseudonyms.fresh();

    ReportLinks(Found found) {
        this.found = found;
        addClassNames("ww-row", "ww-report");
        UnaryOperator<String> plain = found.names()::shownIn;
        UnaryOperator<String> replaced = text -> pseudonyms.text(plain.apply(text));
        add(
                new Span("Report:"),
                report("HTML", "wirewalk-report.html", "text/html", plain, WalkReport::html),
                report("Markdown", "wirewalk-report.md", "text/markdown", plain, WalkReport::markdown),
                report("HTML, addresses replaced", "wirewalk-report.html", "text/html", replaced, WalkReport::html));
        if (found.path().points().stream().anyMatch(point -> !point.files().isEmpty())) {
            add(
                    new Span("Packets that matter:"),
                    packets("headers only", EvidenceSettings.headers()),
                    packets("with payload", new EvidenceSettings(true, Optional.empty())),
                    packets("addresses replaced", EvidenceSettings.of(pseudonyms)));
        }
    }

    private Anchor report(
            String words, String name, String type, UnaryOperator<String> texts, Function<WalkReport, String> form) {
        return link(words, event -> {
            begin(event, name, type + "; charset=utf-8");
            ReportSettings settings = new ReportSettings("Wirewalk report", Instant.now(), found.names()::shown, texts);
            String text = form.apply(new WalkReport(found.path(), found.result(), settings));
            event.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        });
    }

    private Anchor packets(String words, EvidenceSettings settings) {
        return link(words, event -> {
            begin(event, "wirewalk-evidence.pcapng", "application/octet-stream");
            send(event, settings);
        });
    }

    private void send(DownloadEvent event, EvidenceSettings settings) throws IOException {
        try {
            new EvidenceFile(found.path(), found.result(), settings).write(event.getOutputStream());
        } catch (UnreadableCapture gone) {
            FileNotFoundException sentence = new FileNotFoundException("a capture was deleted meanwhile");
            sentence.initCause(gone);
            throw sentence;
        }
    }

    private static void begin(DownloadEvent event, String name, String type) {
        event.setFileName(name);
        event.setContentType(type);
        event.getResponse().setHeader("Cache-Control", "no-store");
    }

    private static Anchor link(String words, DownloadHandler handler) {
        Anchor anchor = new Anchor(handler, words);
        anchor.addClassName("ww-download");
        return anchor;
    }
}
