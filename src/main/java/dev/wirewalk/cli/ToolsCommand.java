package dev.wirewalk.cli;

import dev.wirewalk.command.Dialects;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the tools. */
@Command(name = "tools", description = "List the tools, with their versions and options.")
final class ToolsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            description = "A folder with more profiles; its files come first.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws BadInputException {
        List<ToolProfile> profiles = profiles(catalogue(Optional.ofNullable(folder)));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(profiles.stream().map(ToolSummary::of).toList()));
        } else {
            profiles.forEach(profile -> print(profile, out));
        }
        return 0;
    }

    static ToolCatalogue catalogue(Optional<Path> folder) throws BadInputException {
        if (folder.isPresent() && !java.nio.file.Files.isDirectory(folder.get())) {
            throw new BadInputException(
                    "--profiles: " + Words.shown(folder.get().toString()) + " is not a folder");
        }
        return new ToolCatalogue(Dialects.standard(), folder);
    }

    private static List<ToolProfile> profiles(ToolCatalogue catalogue) throws BadInputException {
        try {
            return catalogue.profiles();
        } catch (BadProfileException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
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

    /** The JSON of one tool. */
    record ToolSummary(
            String id,
            String name,
            String vendor,
            String family,
            List<String> versions,
            boolean readsBack,
            String produces) {
        static ToolSummary of(ToolProfile profile) {
            return new ToolSummary(
                    profile.id(),
                    profile.name(),
                    profile.vendor(),
                    profile.family(),
                    profile.versions(),
                    profile.readsBack(),
                    profile.produces());
        }
    }
}
