package dev.wirewalk.match;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How surely two observations at different points are the same packet. */
public enum PairQuality {
    /** Every number that no router changes agrees, and no other packet has these numbers. */
    EXACT,
    /** The same through a learnt translation of addresses or a learnt shift of sequence numbers. */
    DERIVED,
    /** The most likely one of several, or the only one by a weaker key. */
    PROBABLE,
    /** One of several that nothing tells apart: it must not support the absence of a packet. */
    AMBIGUOUS;

    /** The word of the result. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
