package dev.wirewalk.command;

import dev.wirewalk.profile.ToolProfile;
import java.util.List;

/** A tool in the list of all tools; the components are its JSON. */
public record ToolSummary(
        String id,
        String name,
        String vendor,
        String family,
        List<String> versions,
        boolean readsBack,
        String produces) {
    public ToolSummary {
        versions = List.copyOf(versions);
    }

    public static ToolSummary of(ToolProfile profile) {
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
