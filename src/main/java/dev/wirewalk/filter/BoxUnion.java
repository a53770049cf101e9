package dev.wirewalk.filter;

import java.util.List;

/** A filter as a disjunction of boxes, or that it would take too many. */
public sealed interface BoxUnion {
    /** The boxes; they may overlap. None when the filter can select nothing. */
    record Union(List<Box> boxes) implements BoxUnion {
        public Union {
            boxes = List.copyOf(boxes);
        }
    }

    /** More than {@code cap} boxes were needed on the way, or too many comparisons of boxes. */
    record TooMany(int cap) implements BoxUnion {}
}
