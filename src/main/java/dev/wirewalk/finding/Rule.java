package dev.wirewalk.finding;

import java.util.Set;

/**
 * One thing that a capture can show. An instance serves one pass over one capture: it looks at frames as they pass, weighs the
 * connections at the end, and concludes. It keeps numbers, not packets; lists of evidence are bounded.
 */
public interface Rule {
    /** What it is shown; without the matching need, {@link #look} and {@link #weigh} are never called. */
    Set<Need> needs();

    /** Looks at a frame of one of the kinds that it needs. */
    default void look(Sight sight) {}

    /** Weighs one TCP connection, behind the last frame; connections come in the order of their first packets. */
    default void weigh(Connection connection, Span span) {}

    /** Says what was found. */
    void conclude(Conclusions conclusions);
}
