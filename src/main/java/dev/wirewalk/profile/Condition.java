package dev.wirewalk.profile;

import java.util.Set;

/** When a step, a line of it or a warning applies. The list is closed: a profile cannot bring conditions of its own. */
public sealed interface Condition {
    /** The run is written in one of these forms of the family; for a warning, some run is. */
    record Form(Set<String> forms) implements Condition {
        public Form {
            forms = Set.copyOf(forms);
        }
    }

    /** A run selects everything. */
    record NoFilter() implements Condition {}

    /** The filter of a run, in the tool's words, holds one of these words. */
    record Says(Set<String> words) implements Condition {
        public Says {
            words = Set.copyOf(words);
        }
    }

    /** The filter of a run, in the tool's words, is one of these texts. */
    record FilterIs(Set<String> texts) implements Condition {
        public FilterIs {
            texts = Set.copyOf(texts);
        }
    }

    /** The filter needs several runs, one after the other. */
    record SeveralRuns() implements Condition {}

    /** The filter can select frames of this kind. */
    record Selects(Carried carried) implements Condition {}

    /** The option has a value; a flag is on. */
    record OptionSet(String option) implements Condition {}

    /** The option is left out; a flag is off. */
    record OptionUnset(String option) implements Condition {}

    /** One of the option's words is one of these. */
    record OptionHas(String option, Set<String> words) implements Condition {
        public OptionHas {
            words = Set.copyOf(words);
        }
    }

    /** The chosen release is this one or newer. */
    record Since(String version) implements Condition {}

    /** The chosen release is older than this one. */
    record Before(String version) implements Condition {}

    /** The filter names a term of one of these kinds. */
    record Names(Set<Named> kinds) implements Condition {
        public Names {
            kinds = Set.copyOf(kinds);
        }
    }

    /** The filter names no term of any of these kinds. */
    record NamesNone(Set<Named> kinds) implements Condition {
        public NamesNone {
            kinds = Set.copyOf(kinds);
        }
    }

    /** The rendering, whose runs are taken together, selects more than was asked for; or exactly what was asked for. */
    record Covers(boolean exactly) implements Condition {}

    /** The whole number has a value, and one that is above the bound. */
    record Above(String option, long bound) implements Condition {}

    /** The whole number has a value, and one that is below the bound. */
    record Below(String option, long bound) implements Condition {}

    /** The plan is one of several, for several points of a path. */
    record SeveralPoints() implements Condition {}
}
