package dev.wirewalk.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The values that a header field may have, one of which can be that the packet has no such field: a port of an ICMP packet,
 * an address of a frame that is not IP.
 *
 * @param line all values that the field can have
 * @param absent whether packets without the field are meant too
 * @param ranges the values, as ranges that rise and neither overlap nor touch
 */
public record FieldValues<T extends Comparable<T>>(Line<T> line, boolean absent, List<Range<T>> ranges) {
    /** Discrete values in order. */
    public interface Line<T extends Comparable<T>> {
        T first();

        T last();

        /** The value after this one; not asked of the last. */
        T next(T value);

        /** The value before this one; not asked of the first. */
        T previous(T value);
    }

    /** From {@code low} to {@code high}, both included. */
    public record Range<T extends Comparable<T>>(T low, T high) {
        public Range {
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException("a range rises, unlike " + low + " to " + high);
            }
        }

        public boolean single() {
            return low.equals(high);
        }
    }

    public FieldValues {
        ranges = joined(line, ranges);
    }

    /** Every value and its absence: no constraint. */
    public static <T extends Comparable<T>> FieldValues<T> all(Line<T> line) {
        return new FieldValues<>(line, true, List.of(new Range<>(line.first(), line.last())));
    }

    public static <T extends Comparable<T>> FieldValues<T> range(Line<T> line, T low, T high) {
        return new FieldValues<>(line, false, List.of(new Range<>(low, high)));
    }

    public static <T extends Comparable<T>> FieldValues<T> one(Line<T> line, T value) {
        return range(line, value, value);
    }

    /** Any value, but there must be one. */
    public static <T extends Comparable<T>> FieldValues<T> present(Line<T> line) {
        return range(line, line.first(), line.last());
    }

    /** No such field. */
    public static <T extends Comparable<T>> FieldValues<T> none(Line<T> line) {
        return new FieldValues<>(line, true, List.of());
    }

    public boolean isEmpty() {
        return !absent && ranges.isEmpty();
    }

    public boolean isAll() {
        return absent && coversLine();
    }

    /** Whether every value is in, absent or not. */
    public boolean coversLine() {
        return ranges.size() == 1
                && ranges.getFirst().low().equals(line.first())
                && ranges.getFirst().high().equals(line.last());
    }

    public boolean contains(Optional<T> value) {
        return value.map(this::contains).orElse(absent);
    }

    public boolean contains(T value) {
        for (Range<T> range : ranges) {
            if (value.compareTo(range.high()) <= 0) {
                return range.low().compareTo(value) <= 0;
            }
        }
        return false;
    }

    /** Ranges never touch, so each range of {@code other} must lie within a single one of these. */
    public boolean containsAll(FieldValues<T> other) {
        if (this == other) {
            return true;
        }
        if (other.absent && !absent) {
            return false;
        }
        int mine = 0;
        for (Range<T> wanted : other.ranges) {
            while (mine < ranges.size() && ranges.get(mine).high().compareTo(wanted.high()) < 0) {
                mine++;
            }
            if (mine == ranges.size() || ranges.get(mine).low().compareTo(wanted.low()) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the intersection holds anything; made without it, as lists of rules ask this for each pair. */
    public boolean overlaps(FieldValues<T> other) {
        if (absent && other.absent) {
            return true;
        }
        int mine = 0;
        int theirs = 0;
        while (mine < ranges.size() && theirs < other.ranges.size()) {
            Range<T> left = ranges.get(mine);
            Range<T> right = other.ranges.get(theirs);
            if (left.high().compareTo(right.low()) < 0) {
                mine++;
            } else if (right.high().compareTo(left.low()) < 0) {
                theirs++;
            } else {
                return true;
            }
        }
        return false;
    }

    public FieldValues<T> union(FieldValues<T> other) {
        if (containsAll(other)) {
            return this;
        }
        if (other.containsAll(this)) {
            return other;
        }
        List<Range<T>> both = new ArrayList<>(ranges);
        both.addAll(other.ranges);
        return new FieldValues<>(line, absent || other.absent, both);
    }

    /** The very same object where one holds the other: whoever asks again sees at once that nothing changed. */
    public FieldValues<T> intersect(FieldValues<T> other) {
        if (other.containsAll(this)) {
            return this;
        }
        if (containsAll(other)) {
            return other;
        }
        List<Range<T>> common = new ArrayList<>();
        int mine = 0;
        int theirs = 0;
        while (mine < ranges.size() && theirs < other.ranges.size()) {
            Range<T> left = ranges.get(mine);
            Range<T> right = other.ranges.get(theirs);
            T low = left.low().compareTo(right.low()) > 0 ? left.low() : right.low();
            boolean leftEndsFirst = left.high().compareTo(right.high()) <= 0;
            T high = leftEndsFirst ? left.high() : right.high();
            if (low.compareTo(high) <= 0) {
                common.add(new Range<>(low, high));
            }
            if (leftEndsFirst) {
                mine++;
            } else {
                theirs++;
            }
        }
        return new FieldValues<>(line, absent && other.absent, common);
    }

    public FieldValues<T> complement() {
        List<Range<T>> gaps = new ArrayList<>();
        Optional<T> from = Optional.of(line.first());
        for (Range<T> range : ranges) {
            T start = from.orElseThrow();
            if (start.compareTo(range.low()) < 0) {
                gaps.add(new Range<>(start, line.previous(range.low())));
            }
            from = range.high().equals(line.last()) ? Optional.empty() : Optional.of(line.next(range.high()));
        }
        from.ifPresent(start -> gaps.add(new Range<>(start, line.last())));
        return new FieldValues<>(line, !absent, gaps);
    }

    private static <T extends Comparable<T>> List<Range<T>> joined(Line<T> line, List<Range<T>> ranges) {
        if (ranges.size() < 2 || areApart(line, ranges)) {
            return List.copyOf(ranges);
        }
        List<Range<T>> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparing(Range<T>::low));
        List<Range<T>> result = new ArrayList<>();
        for (Range<T> range : sorted) {
            if (!result.isEmpty() && reaches(line, result.getLast(), range)) {
                Range<T> before = result.removeLast();
                T high = before.high().compareTo(range.high()) > 0 ? before.high() : range.high();
                result.add(new Range<>(before.low(), high));
            } else {
                result.add(range);
            }
        }
        return List.copyOf(result);
    }

    private static <T extends Comparable<T>> boolean areApart(Line<T> line, List<Range<T>> ranges) {
        for (int i = 1; i < ranges.size(); i++) {
            if (reaches(line, ranges.get(i - 1), ranges.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static <T extends Comparable<T>> boolean reaches(Line<T> line, Range<T> before, Range<T> after) {
        return before.high().equals(line.last()) || after.low().compareTo(line.next(before.high())) <= 0;
    }
}
