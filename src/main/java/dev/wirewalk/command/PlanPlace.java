package dev.wirewalk.command;

import java.util.Set;

/**
 * The point of a path that a plan is for: what it names on a device, and the files that it writes, are told apart by it.
 *
 * @param mark what names of their own get added; letters, digits and -
 * @param several whether other points of the path have plans too
 * @param verbatim options whose values stay as they are set
 */
public record PlanPlace(String mark, boolean several, Set<String> verbatim) {
    /** No path: names stay as the profile has them. */
    public static final PlanPlace ALONE = new PlanPlace("", false, Set.of());

    public PlanPlace {
        if (!mark.matches("[A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("a mark has letters, digits and -, unlike " + mark);
        }
        verbatim = Set.copyOf(verbatim);
    }

    /** The mark that the name of a point gives: runs of all other characters become one -. */
    public static String mark(String pointName) {
        return pointName.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
