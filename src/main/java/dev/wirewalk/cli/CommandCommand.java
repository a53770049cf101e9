package dev.wirewalk.cli;

import dev.wirewalk.cli.BoundedLines.Line;
import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.ExplainedPlan;
import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.profile.ToolProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Turns one filter, or a file of them, into the commands of one or more tools. */
@Command(name = "command", description = "Turn a filter into the commands of one or more tools.")
final class CommandCommand implements Callable<Integer> {
    private static final int LONGEST_LINE = 1 << 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--tool", split = ",", paramLabel = "ID", description = "The tools; \"tools\" lists them.")
    private List<String> tools = List.of();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it before the call
    private Filters filters;

    @Option(
            names = "--set",
            paramLabel = "name=value",
            description = "An option of a tool, or version; an empty value leaves an option out.")
    private List<String> settings = List.of();

    @Mixin
    private ToolOptions shared = new ToolOptions();

    @Option(
            names = "--path",
            paramLabel = "PATH.yaml",
            description = "A path file whose points name their tools; in place of --tool.")
    private @Nullable Path path;

    @Option(names = "--runbook", description = "Print the commands of a path in the order of typing, as Markdown.")
    private boolean runBook;

    @Option(names = "--explain", description = "Say what each part of the commands does.")
    private boolean explain;

    /** One of the two. */
    static final class Filters {
        @Option(names = "--filter", paramLabel = "TEXT", description = "The filter, in the pcap-filter language.")
        private @Nullable String text;

        @Option(
                names = "--filters",
                paramLabel = "FILE",
                description = "A file with one filter a line; prints one JSON array a line.")
        private @Nullable Path file;
    }

    @Override
    public Integer call() throws BadInputException {
        checkUse();
        ToolCatalogue catalogue = shared.catalogue();
        Path pathFile = path;
        if (pathFile != null) {
            PathCommands commands = new PathCommands(catalogue, pathFile, chosen());
            PathCommands.Form form = shared.json()
                    ? PathCommands.Form.JSON
                    : runBook ? PathCommands.Form.RUN_BOOK : PathCommands.Form.TEXT;
            spec.commandLine().getOut().println(commands.print(parsed(String.valueOf(filters.text)), form));
            return 0;
        }
        List<ToolProfile> profiles = ToolOptions.named(catalogue, "--tool", tools);
        Map<String, String> chosen = chosen();
        PrintWriter out = spec.commandLine().getOut();
        Path file = filters.file;
        if (file != null) {
            // What is wrong with the settings is wrong for all lines, and said before any is printed.
            plans(catalogue, profiles, Filter.ANY, chosen);
            printEach(file, line -> plans(catalogue, profiles, line, chosen), out);
            return 0;
        }
        Filter filter = parsed(String.valueOf(filters.text));
        List<CapturePlan> plans = plans(catalogue, profiles, filter, chosen);
        if (shared.json()) {
            out.println(Json.text(plans));
        } else {
            out.println(explain ? explained(catalogue, profiles, filter, chosen) : PlanText.of(plans));
        }
        return 0;
    }

    private static String explained(
            ToolCatalogue catalogue, List<ToolProfile> profiles, Filter filter, Map<String, String> chosen)
            throws BadInputException {
        try {
            List<String> texts = new ArrayList<>();
            for (ExplainedPlan plan : catalogue.explain(profiles, filter, chosen)) {
                texts.add(PlanText.of(plan.plan(), plan.steps()));
            }
            return String.join("\n", texts);
        } catch (InvalidOptionException e) {
            throw new BadInputException("--set: " + e.getMessage());
        }
    }

    /** What picocli cannot say of the options: which of them go together. */
    private void checkUse() throws BadInputException {
        if (tools.isEmpty() == (path == null)) {
            throw new BadInputException("say for which tools: either --tool or --path");
        }
        if (path != null && filters.file != null) {
            throw new BadInputException("--path takes one --filter, not --filters");
        }
        if (path != null && explain) {
            throw new BadInputException("--explain goes with --tool");
        }
        if (runBook && (path == null || shared.json())) {
            throw new BadInputException("--runbook goes with --path, and without --json");
        }
    }

    private Map<String, String> chosen() throws BadInputException {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String setting : settings) {
            int sign = setting.indexOf('=');
            if (sign < 1) {
                throw new BadInputException("--set: write name=value, not " + Words.shown(setting));
            }
            String name = setting.substring(0, sign);
            if (chosen.put(name, setting.substring(sign + 1)) != null) {
                throw new BadInputException("--set: " + Words.shown(name) + " is set twice");
            }
        }
        return chosen;
    }

    private static List<CapturePlan> plans(
            ToolCatalogue catalogue, List<ToolProfile> profiles, Filter filter, Map<String, String> chosen)
            throws BadInputException {
        try {
            return catalogue.plans(profiles, filter, chosen);
        } catch (InvalidOptionException e) {
            throw new BadInputException("--set: " + e.getMessage());
        }
    }

    private static Filter parsed(String text) throws BadInputException {
        try {
            return FilterParser.parse(text);
        } catch (FilterSyntaxException e) {
            throw new BadInputException("--filter: " + Words.at(text, e.column()) + ": " + e.getMessage());
        }
    }

    /** What a filter of the file turns into. */
    private interface Planning {
        List<CapturePlan> plans(Filter filter) throws BadInputException;
    }

    private record LineError(String error, int line) {}

    private static void printEach(Path file, Planning planning, PrintWriter out) throws BadInputException {
        try (BoundedLines lines = new BoundedLines(Files.newInputStream(file), LONGEST_LINE)) {
            Optional<Line> line = lines.next();
            for (int number = 1; line.isPresent(); number++) {
                out.println(Json.text(
                        line.get().whole() ? lineResult(line.get().text(), number, planning) : tooLong(number)));
                line = lines.next();
            }
        } catch (IOException e) {
            throw new BadInputException("--filters: cannot read " + Words.shown(file.toString()) + ": "
                    + e.getClass().getSimpleName());
        }
    }

    private static LineError tooLong(int number) {
        return new LineError("the line is longer than " + LONGEST_LINE + " characters", number);
    }

    private static Object lineResult(String line, int number, Planning planning) {
        try {
            return planning.plans(FilterParser.parse(line));
        } catch (FilterSyntaxException e) {
            return new LineError(Words.at(line, e.column()) + ": " + e.getMessage(), number);
        } catch (BadInputException | RuntimeException e) {
            return new LineError(String.valueOf(e.getMessage()), number);
        }
    }
}
