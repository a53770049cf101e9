package dev.wirewalk.command;

import java.util.List;

/**
 * Where a step stands.
 *
 * @param number the run, from 1
 * @param runs how many there are
 * @param form the family's form that the run is written in
 * @param filter the pieces of the filter; empty when the run selects everything
 */
record RunContext(int number, int runs, String form, List<String> filter) {
    /** The filter as one text, its pieces as lines. */
    String text() {
        return String.join("\n", filter);
    }
}
