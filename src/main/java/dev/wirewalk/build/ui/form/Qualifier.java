package dev.wirewalk.build.ui.form;

import dev.wirewalk.filter.Side;
import java.util.List;

/** The word between a term's kind and its value. */
public enum Qualifier {
    EITHER("either way"),
    SOURCE("source"),
    DESTINATION("destination"),
    /** At least one of the flags is set. */
    SOME("any set"),
    /** The flags are set, and those with a {@code !} are not; others may be. */
    THESE("all set"),
    /** The flags are set and no others. */
    ONLY("exactly"),
    /** That many bytes or more. */
    AT_LEAST("at least"),
    /** That many bytes or fewer. */
    AT_MOST("at most");

    static final List<Qualifier> ENDS = List.of(EITHER, SOURCE, DESTINATION);
    static final List<Qualifier> BOUNDS = List.of(AT_LEAST, AT_MOST);
    static final List<Qualifier> FLAGS = List.of(SOME, THESE, ONLY);

    private final String label;

    Qualifier(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The end of the packet that is meant; {@code EITHER} for words that are not about ends. */
    Side side() {
        return switch (this) {
            case SOURCE -> Side.SOURCE;
            case DESTINATION -> Side.DESTINATION;
            case EITHER, SOME, THESE, ONLY, AT_LEAST, AT_MOST -> Side.EITHER;
        };
    }

    static Qualifier of(Side side) {
        return switch (side) {
            case SOURCE -> SOURCE;
            case DESTINATION -> DESTINATION;
            case EITHER -> EITHER;
        };
    }
}
