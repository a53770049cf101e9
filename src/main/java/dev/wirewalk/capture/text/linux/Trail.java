package dev.wirewalk.capture.text.linux;

/**
 * How far a packet has come through the chains of iptables.
 *
 * @param frame its number
 * @param line the last one that speaks of it
 * @param point where it was seen last
 * @param order of the last base chain, see {@link Hook}
 * @param rule the last in that chain; after its policy there is none
 * @param identity what names it apart from its place
 * @param ends its addresses and ports when it was seen last
 */
record Trail(long frame, long line, TracePoint point, int order, long rule, String identity, String ends) {
    static Trail begin(long frame, long line, TracePoint point, KernelFields fields) {
        return new Trail(frame, line, point, point.order(), ruleOf(point), fields.identity(), fields.ends());
    }

    private static long ruleOf(TracePoint point) {
        return point.policy() ? Long.MAX_VALUE : point.number();
    }

    /** Whether a packet at this point can be the same one: it never goes back, and meets no rule twice. */
    boolean leadsTo(TracePoint next) {
        return next.order() < 0 || next.order() > order || (next.order() == order && ruleOf(next) > rule);
    }

    /** The packet, seen at the next point. A chain of a user leaves it in the base chain that led there. */
    Trail to(TracePoint next, long atLine, String nowEnds) {
        boolean base = next.order() >= 0;
        return new Trail(
                frame, atLine, next, base ? next.order() : order, base ? ruleOf(next) : rule, identity, nowEnds);
    }
}
