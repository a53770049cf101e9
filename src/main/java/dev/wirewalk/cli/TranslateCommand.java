package dev.wirewalk.cli;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.Dialects;
import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.reading.CommandReader;
import dev.wirewalk.reading.ReadBack;
import dev.wirewalk.reading.UnreadableCommandException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns the pasted commands of one tool into those of others. */
@Command(name = "translate", description = "Turn pasted commands of one tool into those of others.")
final class TranslateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "ID",
            description = "The tool whose commands the text has; left out, it is found by the text.")
    private @Nullable String from;

    @Option(
            names = "--to",
            required = true,
            split = ",",
            paramLabel = "ID",
            description = "The tools to write; \"tools\" lists them.")
    private List<String> to = List.of();

    @Parameters(
            paramLabel = "TEXT",
            description =
                    "The commands as they were typed, prompts and all, or a filter alone; - reads them from standard input.")
    private String text = "";

    @Mixin
    private ToolOptions shared = new ToolOptions();

    /** The JSON of a translation. */
    record Translation(
            String from, String filter, Map<String, String> options, List<String> ignored, List<CapturePlan> results) {}

    @Override
    public Integer call() throws BadInputException {
        ToolCatalogue catalogue = shared.catalogue();
        List<ToolProfile> targets = ToolOptions.named(catalogue, "--to", to);
        CommandReader reader = new CommandReader(Dialects.standard());
        String typed = text.equals("-") ? standardInput() : text;
        ToolProfile source = source(catalogue, reader, typed);
        ReadBack read = read(reader, source, typed);
        List<String> ignored = new ArrayList<>(read.ignored());
        List<CapturePlan> plans = new ArrayList<>();
        for (ToolProfile target : targets) {
            Map<String, String> options = target.id().equals(source.id()) ? read.options() : Map.of();
            plans.add(plan(catalogue, target, read.filter(), options, ignored));
        }
        Translation translation =
                new Translation(source.id(), FilterPrinter.print(read.filter()), read.options(), ignored, plans);
        PrintWriter out = spec.commandLine().getOut();
        out.println(shared.json() ? Json.text(translation) : text(translation));
        return 0;
    }

    private static String standardInput() throws BadInputException {
        try {
            // One byte more than four for each character of the longest text: reading stops, and the reader refuses it.
            return new String(System.in.readNBytes(4 * CommandReader.LONGEST_TEXT + 1), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInputException("TEXT: standard input cannot be read: " + e.getMessage());
        }
    }

    private ToolProfile source(ToolCatalogue catalogue, CommandReader reader, String typed) throws BadInputException {
        if (from != null) {
            return ToolOptions.named(catalogue, "--from", from);
        }
        try {
            return reader.detect(ToolOptions.all(catalogue), typed).stream()
                    .findFirst()
                    .orElseThrow(() -> new BadInputException(
                            "TEXT: line 1, column 1: this is no command of a known tool; name the tool with --from"));
        } catch (UnreadableCommandException e) {
            throw unreadable(typed, e);
        }
    }

    private static ReadBack read(CommandReader reader, ToolProfile source, String typed) throws BadInputException {
        try {
            return reader.read(source, typed);
        } catch (UnreadableCommandException e) {
            throw unreadable(typed, e);
        }
    }

    private static BadInputException unreadable(String typed, UnreadableCommandException problem) {
        String line = typed.lines().skip(problem.line() - 1L).findFirst().orElse("");
        return new BadInputException(
                "TEXT: line " + problem.line() + ", " + Words.at(line, problem.column()) + ": " + problem.getMessage());
    }

    /** What was recognised may not go together for this tool; the filter is what counts, so it is then written without. */
    private static CapturePlan plan(
            ToolCatalogue catalogue,
            ToolProfile target,
            Filter filter,
            Map<String, String> options,
            List<String> ignored)
            throws BadInputException {
        try {
            return catalogue.plan(target, filter, options);
        } catch (InvalidOptionException e) {
            ignored.add("all options, because of " + e.getMessage());
        }
        try {
            return catalogue.plan(target, filter, Map.of());
        } catch (InvalidOptionException e) {
            throw new BadInputException("--to: " + e.getMessage());
        }
    }

    private static String text(Translation translation) {
        StringBuilder text = new StringBuilder();
        String filter = translation.filter().isEmpty() ? "everything" : translation.filter();
        text.append("# read as ")
                .append(translation.from())
                .append(": ")
                .append(filter)
                .append('\n');
        translation
                .options()
                .forEach((name, value) -> text.append("# option ")
                        .append(name)
                        .append('=')
                        .append(value)
                        .append('\n'));
        translation
                .ignored()
                .forEach(words ->
                        text.append("# carries no filter: ").append(words).append('\n'));
        return Words.printable(text.append('\n').toString()) + PlanText.of(translation.results());
    }
}
