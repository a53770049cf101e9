package dev.wirewalk.dialect;

/** One selection of packets that can be loosened when a tool takes fewer selections than there are. */
interface Widening<S> {
    /** The narrowest selection of this kind that holds both. */
    S join(S other);

    /** Whether every packet of the other one is in this one, as far as can be told from the fields. */
    boolean covers(S other);

    /** A rough share of all packets, 1 for all of them; only for choosing between ways to widen. */
    double breadth();

    /** This one without its ports. */
    S coarse();
}
