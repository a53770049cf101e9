package dev.wirewalk.finding;

import dev.wirewalk.finding.tcp.SynUnanswered;
import java.util.List;

/** Every rule. A new one is one class and one line here; among findings of one severity this order is kept. */
public final class Catalogue {
    private Catalogue() {}

    /** New rules for one pass. */
    public static List<Rule> rules() {
        return List.of(new SynUnanswered());
    }
}
