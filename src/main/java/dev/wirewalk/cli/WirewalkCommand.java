package dev.wirewalk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program without a subcommand: says what there is. */
@Command(
        name = "wirewalk",
        synopsisSubcommandLabel = "COMMAND",
        description = "One filter in, the right capture command for every box on a network path;"
                + " what they captured back in, and the failing hop named.",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "./wirewalk verify runs every test, after setting up what they need.",
            "",
            "Exit codes: 0 done (walk: the flow works), 1 walk found it failing or degraded,",
            "2 bad usage or input, 3 walk is undecided."
        })
final class WirewalkCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    /** Of every subcommand too. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "say what to do: " + String.join(", ", spec.subcommands().keySet()) + "; --help tells more");
    }
}
