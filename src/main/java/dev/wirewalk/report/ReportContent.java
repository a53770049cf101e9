package dev.wirewalk.report;

import dev.wirewalk.diagnosis.Answer;
import dev.wirewalk.diagnosis.Answered;
import dev.wirewalk.diagnosis.Evidence;
import dev.wirewalk.diagnosis.Ladder;
import dev.wirewalk.diagnosis.NextCapture;
import dev.wirewalk.diagnosis.NextCheck;
import dev.wirewalk.diagnosis.NextStep;
import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.diagnosis.Verdict;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a report says, in order: the verdict first, and at the end what it rests on. */
final class ReportContent {
    private final Path path;
    private final WalkResult result;
    private final ReportSettings settings;
    private final List<Block> blocks = new ArrayList<>();

    ReportContent(Path path, WalkResult result, ReportSettings settings) {
        this.path = path;
        this.result = result;
        this.settings = settings;
    }

    List<Block> blocks(List<FileFacts> files) {
        blocks.add(new Block.Heading(1, settings.title()));
        blocks.add(new Block.Sentence("Written by Wirewalk on " + settings.written() + ". " + flow()));
        blocks.add(statement(result.verdict()));
        if (!result.notes().isEmpty()) {
            blocks.add(new Block.Bullets(result.notes()));
        }
        if (!result.others().isEmpty()) {
            heading("Further faults");
            result.others().forEach(other -> blocks.add(statement(other)));
        }
        issues();
        questions();
        ladder();
        blocks.addAll(new SegmentTables(result).blocks());
        mappings();
        next();
        appendix(files);
        return List.copyOf(blocks);
    }

    private void heading(String text) {
        blocks.add(new Block.Heading(2, text));
    }

    private String flow() {
        return path.flow()
                .map(flow -> "The flow: " + flow.protocol().word().toUpperCase(Locale.ROOT) + " from "
                        + flow.client() + " to " + flow.server()
                        + (flow.port().isPresent() ? " port " + flow.port().getAsInt() : "") + ".")
                .orElse("The flow was not told; the one that fails most was followed.");
    }

    private static Block.Statement statement(Verdict verdict) {
        return new Block.Statement(
                tone(verdict.outcome()),
                glyph(verdict.outcome()),
                verdict.outcome().word(),
                verdict.summary(),
                verdict.terms());
    }

    private static Block.Tone tone(Outcome outcome) {
        return switch (outcome) {
            case WORKS -> Block.Tone.YES;
            case FAILS -> Block.Tone.NO;
            case DEGRADED, UNDECIDED -> Block.Tone.UNKNOWN;
        };
    }

    private static String glyph(Outcome outcome) {
        return switch (outcome) {
            case WORKS -> "✓";
            case FAILS -> "✕";
            case DEGRADED -> "⚠";
            case UNDECIDED -> "?";
        };
    }

    private void issues() {
        if (result.captureIssues().isEmpty()) {
            return;
        }
        heading("What is wrong with the captures");
        blocks.add(new Block.Sentence("These limit what can be said; they are not faults of the network."));
        blocks.add(new Block.Table(
                List.of("point", "kind", "what"),
                result.captureIssues().stream()
                        .map(issue -> List.of(issue.point(), issue.kind().word().replace('_', ' '), issue.text()))
                        .toList(),
                0));
    }

    private void questions() {
        heading("Questions");
        result.questions().forEach(question -> blocks.add(answer(question)));
    }

    private Block.Answer answer(Answered question) {
        List<String> because = new ArrayList<>();
        question.byHand()
                .ifPresent(said -> because.add("Answered by hand: "
                        + said.answer().word()
                        + question.agreement().map(found -> ", " + found.word()).orElse("")));
        if (!question.reason().isEmpty()) {
            because.add(question.reason());
        }
        question.assumptions().forEach(assumption -> because.add("Relies on: " + assumption));
        return new Block.Answer(
                tone(question.answer()),
                question.answer().glyph(),
                question.answer().word(),
                question.text(),
                seen(question.evidence()),
                because);
    }

    private static Block.Tone tone(Answer answer) {
        return switch (answer) {
            case YES -> Block.Tone.YES;
            case NO -> Block.Tone.NO;
            case UNKNOWN -> Block.Tone.UNKNOWN;
        };
    }

    private String seen(List<Evidence> evidence) {
        return evidence.stream()
                .map(seen -> settings.fileNames().apply(seen.file()) + " #" + seen.frame())
                .collect(Collectors.joining(", "));
    }

    private void ladder() {
        if (result.ladder().rows().isEmpty()) {
            return;
        }
        heading("Ladder");
        Ladder shown = ShownLadder.of(
                result.ladder(),
                settings.texts(),
                file -> settings.texts().apply(settings.fileNames().apply(file)));
        blocks.add(new Block.Drawing(shown, new LadderWords(shown, UnaryOperator.identity()).lines()));
    }

    private void mappings() {
        if (result.mappings().isEmpty()) {
            return;
        }
        heading("Translations seen");
        blocks.add(new Block.Table(
                List.of("from", "to", "flow", "becomes"),
                result.mappings().stream()
                        .map(mapping -> List.of(mapping.from(), mapping.to(), mapping.flow(), mapping.becomes()))
                        .toList(),
                0));
    }

    private void next() {
        if (result.next().isEmpty()) {
            return;
        }
        heading("What to look at next");
        for (NextCapture next : result.next()) {
            blocks.add(new Block.Heading(3, "At " + next.point() + ", with " + next.tool()));
            blocks.add(new Block.Sentence(next.why()));
            for (NextStep step : next.steps()) {
                String danger = step.risk().equals("none") ? "" : " (" + step.risk() + ")";
                blocks.add(new Block.Sentence(step.phase() + danger + ": " + step.why()));
                blocks.add(new Block.Typed(step.command()));
            }
            for (NextCheck check : next.checks()) {
                String danger = check.risk().equals("none") ? "" : " (" + check.risk() + ")";
                blocks.add(new Block.Sentence("check" + danger + ": " + check.why()));
                blocks.add(new Block.Typed(check.command()));
            }
        }
    }

    private void appendix(List<FileFacts> files) {
        heading("Path and files");
        blocks.add(new Block.Table(
                List.of("point", "device", "interface", "files"),
                path.points().stream().map(this::point).toList(),
                0));
        for (FileFacts file : files) {
            blocks.add(new Block.Heading(3, settings.fileNames().apply(file.name())));
            List<String> facts = new ArrayList<>();
            facts.add("Points: " + String.join(", ", file.points()));
            if (!file.sha256().isEmpty()) {
                facts.add(file.bytes() + " bytes, SHA-256 " + file.sha256());
            }
            if (!file.format().isEmpty()) {
                facts.add(file.format() + ", " + file.packets() + " packets"
                        + (file.times().isEmpty() ? "" : ", from " + file.times()));
            }
            facts.addAll(file.notRead());
            blocks.add(new Block.Bullets(facts));
        }
    }

    private List<String> point(Point point) {
        return List.of(
                point.name(),
                point.device(),
                point.interfaceName().orElse(""),
                point.files().isEmpty()
                        ? "no capture"
                        : point.files().stream()
                                .map(file -> settings.fileNames().apply(String.valueOf(file.getFileName())))
                                .collect(Collectors.joining(", ")));
    }
}
