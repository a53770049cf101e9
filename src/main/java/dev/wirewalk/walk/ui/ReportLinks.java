package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.wirewalk.report.ReportSettings;
import dev.wirewalk.report.WalkReport;
import dev.wirewalk.store.InvestigationState.Found;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;

/** The report of what the walk found, to be taken along; made when it is asked for, for this session only. */
final class ReportLinks extends Div {
    ReportLinks(Found found) {
        addClassNames("ww-row", "ww-report");
        add(
                new Span("Report:"),
                link("one HTML file", "wirewalk-report.html", "text/html", found, WalkReport::html),
                link("Markdown", "wirewalk-report.md", "text/markdown", found, WalkReport::markdown));
    }

    private static Anchor link(String words, String name, String type, Found found, Function<WalkReport, String> form) {
        DownloadHandler handler = event -> {
            event.setFileName(name);
            event.setContentType(type + "; charset=utf-8");
            event.getResponse().setHeader("Cache-Control", "no-store");
            ReportSettings settings =
                    new ReportSettings("Wirewalk report", Instant.now(), found.names()::shown, found.names()::shownIn);
            String text = form.apply(new WalkReport(found.path(), found.result(), settings));
            event.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        };
        Anchor anchor = new Anchor(handler, words);
        anchor.addClassName("ww-download");
        return anchor;
    }
}
