package dev.wirewalk.reading;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.Dialects;
import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.ToolProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads pasted commands of one tool and plans the same capture for others. */
public final class Translator {
    private final ToolCatalogue tools;
    private final CommandReader reader = new CommandReader(Dialects.standard());

    public Translator(ToolCatalogue tools) {
        this.tools = tools;
    }

    /**
     * The tool whose commands the text has, by the text alone.
     *
     * @throws UnreadableCommandException when it has none, or is too long
     */
    public ToolProfile source(String typed) throws UnreadableCommandException, BadProfileException {
        return reader.detect(tools.profiles(), typed).stream()
                .findFirst()
                .orElseThrow(() -> new UnreadableCommandException(
                        1, 1, "this is no command of a known tool; name its tool with from"));
    }

    /**
     * @throws UnreadableCommandException with the place of the text that was not understood
     * @throws InvalidOptionException when a tool of {@code targets} cannot be planned with its own defaults
     */
    public TranslatedCommands translate(ToolProfile source, List<ToolProfile> targets, String typed)
            throws UnreadableCommandException, InvalidOptionException {
        ReadBack read = reader.read(source, typed);
        List<String> ignored = new ArrayList<>(read.ignored());
        List<CapturePlan> plans = new ArrayList<>();
        for (ToolProfile target : targets) {
            plans.add(target.id().equals(source.id()) ? same(target, read, ignored) : plain(target, read));
        }
        return new TranslatedCommands(source.id(), FilterPrinter.print(read.filter()), read.options(), ignored, plans);
    }

    /** What was recognised may not go together for this tool; the filter is what counts, so it is then written without. */
    private CapturePlan same(ToolProfile target, ReadBack read, List<String> ignored) throws InvalidOptionException {
        try {
            return tools.plan(target, read.filter(), read.options());
        } catch (InvalidOptionException apart) {
            ignored.add("all options, because of " + apart.getMessage());
            return plain(target, read);
        }
    }

    private CapturePlan plain(ToolProfile target, ReadBack read) throws InvalidOptionException {
        return tools.plan(target, read.filter(), Map.of());
    }
}
