package dev.wirewalk.store;

import dev.wirewalk.topology.draft.PathDraft;
import java.util.List;

/**
 * A whole case that comes with the application.
 *
 * @param id names it in links
 * @param captures one for each point that has one
 */
public record SampleCase(String id, PathDraft path, List<Capture> captures) {
    public SampleCase {
        captures = List.copyOf(captures);
    }

    /**
     * What was captured at one point.
     *
     * @param point the point's name
     * @param name the file's name
     */
    public record Capture(String point, String name, byte[] bytes) {}
}
