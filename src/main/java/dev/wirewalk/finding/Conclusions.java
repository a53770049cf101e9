package dev.wirewalk.finding;

import dev.wirewalk.capture.ReadReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes what the rules found, and tells them what the pass was like. */
public final class Conclusions {
    private final String file;
    private final ReadReport report;
    private final Span span;
    private final List<Finding> findings = new ArrayList<>();

    Conclusions(String file, ReadReport report, Span span) {
        this.file = file;
        this.report = report;
        this.span = span;
    }

    public ReadReport report() {
        return report;
    }

    public Span span() {
        return span;
    }

    public void add(
            String id,
            Severity severity,
            String summary,
            long count,
            Frames frames,
            String displayFilter,
            String advice) {
        List<Evidence> evidence =
                frames.sorted().mapToObj(frame -> new Evidence(file, frame)).toList();
        findings.add(new Finding(id, severity, summary, count, evidence, displayFilter, advice));
    }

    /** The gravest first; among equals in the order of the rules. */
    List<Finding> sorted() {
        return findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }
}
