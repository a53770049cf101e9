package dev.wirewalk.cli;

import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.reading.CommandReader;
import dev.wirewalk.reading.TranslatedCommands;
import dev.wirewalk.reading.Translator;
import dev.wirewalk.reading.UnreadableCommandException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    @Override
    public Integer call() throws BadInputException {
        ToolCatalogue catalogue = shared.catalogue();
        List<ToolProfile> targets = ToolOptions.named(catalogue, "--to", to);
        String typed = text.equals("-") ? standardInput() : text;
        TranslatedCommands translated = translated(catalogue, targets, typed);
        PrintWriter out = spec.commandLine().getOut();
        out.println(shared.json() ? Json.text(translated) : text(translated));
        return 0;
    }

    private TranslatedCommands translated(ToolCatalogue catalogue, List<ToolProfile> targets, String typed)
            throws BadInputException {
        Translator translator = new Translator(catalogue);
        try {
            ToolProfile source = from == null ? translator.source(typed) : ToolOptions.named(catalogue, "--from", from);
            return translator.translate(source, targets, typed);
        } catch (UnreadableCommandException e) {
            throw unreadable(typed, e);
        } catch (InvalidOptionException e) {
            throw new BadInputException("--to: " + e.getMessage());
        } catch (BadProfileException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
    }

    private static String standardInput() throws BadInputException {
        try {
            // One byte more than four for each character of the longest text: reading stops, and the reader refuses it.
            return new String(System.in.readNBytes(4 * CommandReader.LONGEST_TEXT + 1), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInputException("TEXT: standard input cannot be read: " + e.getMessage());
        }
    }

    private static BadInputException unreadable(String typed, UnreadableCommandException problem) {
        String line = typed.lines().skip(problem.line() - 1L).findFirst().orElse("");
        return new BadInputException(
                "TEXT: line " + problem.line() + ", " + Words.at(line, problem.column()) + ": " + problem.getMessage());
    }

    private static String text(TranslatedCommands translation) {
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
