package dev.wirewalk.cli;

import dev.wirewalk.command.Dialects;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.ToolProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The words that all commands about tools share. */
final class ToolOptions {
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            description = "A folder with more profiles; its files come first.")
    private @Nullable Path folder;

    boolean json() {
        return json;
    }

    ToolCatalogue catalogue() throws BadInputException {
        Optional<Path> more = Optional.ofNullable(folder);
        if (more.isPresent() && !Files.isDirectory(more.get())) {
            throw new BadInputException("--profiles: " + Words.shown(more.get().toString()) + " is not a folder");
        }
        return new ToolCatalogue(Dialects.standard(), more);
    }

    static List<ToolProfile> all(ToolCatalogue catalogue) throws BadInputException {
        try {
            return catalogue.profiles();
        } catch (BadProfileException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The tools of a list; an identifier that is empty, as behind a last comma, counts for nothing.
     *
     * @param option the word that the list stands behind
     */
    static List<ToolProfile> named(ToolCatalogue catalogue, String option, List<String> ids) throws BadInputException {
        List<ToolProfile> profiles = new ArrayList<>();
        for (String id : ids) {
            if (!id.isBlank()) {
                profiles.add(named(catalogue, option, id.strip()));
            }
        }
        if (profiles.isEmpty()) {
            throw new BadInputException(option + ": name a tool; there are " + String.join(", ", catalogue.ids()));
        }
        return profiles;
    }

    static ToolProfile named(ToolCatalogue catalogue, String option, String id) throws BadInputException {
        try {
            return catalogue
                    .profile(id)
                    .orElseThrow(() -> new BadInputException(option + ": there is no tool " + Words.shown(id)
                            + "; there are " + String.join(", ", catalogue.ids())));
        } catch (BadProfileException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
    }
}
