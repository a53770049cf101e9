package dev.wirewalk.profile;

import java.util.List;
import java.util.Optional;

/**
 * How the filters of a tool are written whose filter is lines of fields; the profile's key {@code language}.
 *
 * @param ways the ways to write a filter, the one to be tried first first: what it cannot say exactly is left to those behind it
 * @param everything whether the tool can be run without a filter, in the form {@code everything}
 * @param atOnce how many runs the tool can have at the same time; filters of more are written in the first way that writes all networks
 */
public record Language(List<LineWay> ways, boolean everything, Optional<Integer> atOnce) {
    /** The word of the key {@code family} for tools of this kind. */
    public static final String FAMILY = "field-lines";

    public Language {
        ways = List.copyOf(ways);
    }

    /** The way whose runs have that form. */
    public Optional<LineWay> way(String form) {
        return ways.stream().filter(way -> way.form().equals(form)).findFirst();
    }
}
