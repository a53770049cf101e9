package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/** The values of the TCP flag byte that a flag test accepts, as ranges, for tools that compare but cannot mask. */
final class FlagBytes {
    /** More ranges than this make an expression that nobody can check by eye. */
    static final int READABLE = 8;

    /** The inclusive range {@code low} to {@code high} of a byte. */
    record ByteRange(int low, int high) {}

    private FlagBytes() {}

    static List<ByteRange> ranges(Filter.TcpFlags flags) {
        List<ByteRange> ranges = new ArrayList<>();
        int low = -1;
        for (int value = 0; value <= 256; value++) {
            boolean accepted = value < 256 && flags.comparison().holds(value & flags.mask(), flags.value());
            if (accepted && low < 0) {
                low = value;
            } else if (!accepted && low >= 0) {
                ranges.add(new ByteRange(low, value - 1));
                low = -1;
            }
        }
        return ranges;
    }
}
