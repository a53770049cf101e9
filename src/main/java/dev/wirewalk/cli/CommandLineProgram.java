package dev.wirewalk.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/** Reads the words, runs the subcommand and keeps the promises about output and exit codes. */
public final class CommandLineProgram {
    /** The exit code of bad usage and bad input. */
    public static final int BAD_INPUT = 2;

    /** What is said of an input whose conversations do not fit into memory; behind its name. */
    static final String TOO_LARGE = "holds more conversations than fit into "
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MB of memory: narrow it to what matters (tcpdump -r FILE -w SMALLER FILTER), or give Java more"
            + " (JAVA_TOOL_OPTIONS=-Xmx8g)";

    private final CommandLine commands;

    /** @param more subcommands from outside of this package */
    public CommandLineProgram(PrintStream out, PrintStream err, List<Object> more) {
        commands = new CommandLine(new WirewalkCommand());
        commands.addSubcommand(new ToolsCommand());
        commands.addSubcommand(new CommandCommand());
        commands.addSubcommand(new TranslateCommand());
        commands.addSubcommand(new InspectCommand());
        commands.addSubcommand(new ConvertCommand());
        commands.addSubcommand(new WalkCommand());
        more.forEach(commands::addSubcommand);
        // A filter may begin with @, and must not be read from a file then.
        commands.setExpandAtFiles(false);
        commands.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        commands.setParameterExceptionHandler((problem, _) -> complain(problem.getCommandLine(), problem));
        commands.setExecutionExceptionHandler((problem, command, _) -> complain(command, problem));
    }

    /** @return the exit code */
    public int run(String... words) {
        try {
            return commands.execute(words);
        } catch (OutOfMemoryError tooLarge) {
            commands.getErr().println("wirewalk: the input " + TOO_LARGE + ".");
            commands.getErr().flush();
            return BAD_INPUT;
        }
    }

    private static int complain(CommandLine command, Exception problem) {
        String name = command.getCommandSpec().qualifiedName();
        String message = switch (problem) {
            case CommandLine.UnmatchedArgumentException unknown
            when !command.getSubcommands().isEmpty() ->
                "there is no command " + Words.shown(unknown.getUnmatched().getFirst()) + "; there are "
                        + String.join(", ", command.getSubcommands().keySet());
            case BadInputException _, CommandLine.ParameterException _, UncheckedIOException _ ->
                String.valueOf(problem.getMessage());
            default -> "this should not happen, please report it: " + problem;
        };
        PrintWriter err = command.getErr();
        // Names of files and words that picocli repeats come from outside too.
        err.println(name + ": " + Words.printable(message.stripTrailing()));
        err.flush();
        return BAD_INPUT;
    }
}
