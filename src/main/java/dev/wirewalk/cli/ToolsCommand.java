package dev.wirewalk.cli;

import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.command.ToolSummary;
import dev.wirewalk.profile.ProfileProblem;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the tools. */
@Command(name = "tools", description = "List the tools, with their versions and options.")
final class ToolsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    private ToolOptions shared = new ToolOptions();

    @Override
    public Integer call() throws BadInputException {
        ToolCatalogue.Tools tools = shared.catalogue().usable();
        List<ToolProfile> profiles = tools.profiles();
        PrintWriter out = spec.commandLine().getOut();
        if (shared.json()) {
            out.println(Json.text(profiles.stream().map(ToolSummary::of).toList()));
        } else {
            profiles.forEach(profile -> print(profile, out));
        }
        if (!tools.problems().isEmpty()) {
            throw new BadInputException(
                    tools.problems().stream().map(ProfileProblem::text).collect(Collectors.joining("\n")));
        }
        return 0;
    }

    private static void print(ToolProfile profile, PrintWriter out) {
        out.println(profile.id() + "  " + profile.name() + ", " + profile.vendor());
        out.println("    " + profile.summary());
        out.println("    versions: " + String.join(", ", profile.versions()));
        for (ToolOption option : profile.options()) {
            String usual = option.defaultValue().isEmpty() ? "not set" : option.defaultValue();
            String unit = option.unit().isEmpty() ? "" : " " + option.unit();
            out.println("    --set " + option.name() + "=  " + option.meaning() + " (" + usual
                    + (option.defaultValue().isEmpty() ? "" : unit) + ")");
        }
        out.println();
    }
}
