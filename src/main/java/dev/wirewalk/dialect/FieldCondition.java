package dev.wirewalk.dialect;

/** One field of a packet lies in a range, or does not. For the either-way fields: one of the two ends does, or none. */
record FieldCondition(Field field, Span span, boolean negated) {
    FieldCondition opposite() {
        return new FieldCondition(field, span, !negated);
    }

    /** Whether every packet that passes this test passes the other. False when that cannot be told from these two. */
    boolean implies(FieldCondition other) {
        if (negated && other.negated) {
            return span.contains(other.span) && (field == other.field || isEitherWayOf(other));
        }
        if (!negated && !other.negated) {
            return other.span.contains(span) && (field == other.field || other.isEitherWayOf(this));
        }
        return !negated && field == other.field && !isEitherWay() && span.disjoint(other.span);
    }

    /** Whether no packet can pass both tests. False when that cannot be told from these two. */
    boolean excludes(FieldCondition other) {
        if (negated && other.negated) {
            return false;
        }
        if (!negated && !other.negated) {
            return field == other.field && !isEitherWay() && span.disjoint(other.span);
        }
        FieldCondition wanted = negated ? other : this;
        FieldCondition refused = negated ? this : other;
        return refused.span.contains(wanted.span) && (refused.field == wanted.field || refused.isEitherWayOf(wanted));
    }

    boolean isEitherWay() {
        return field.sides().isPresent();
    }

    private boolean isEitherWayOf(FieldCondition other) {
        return field.sides()
                .filter(sides -> sides.source() == other.field || sides.destination() == other.field)
                .isPresent();
    }
}
