package dev.wirewalk.capture.text;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The lines of a text file, cleaned one by one while the file is passed over. UTF-8, UTF-16 with its mark, and, for lines
 * that are not UTF-8, Windows-1252.
 */
final class TextLines {
    /** Longer lines are cut into several, so that a file without line ends does not end up on the heap. */
    static final int LONGEST = 256 * 1024;

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final MemorySegment file;
    private final Charset wide;
    private final Deque<TextLine> ready = new ArrayDeque<>();
    private final LineCleaner cleaner = new LineCleaner();
    private long at;
    private long number;

    TextLines(MemorySegment file) {
        this.file = file;
        int first = file.byteSize() >= 2 ? (u8(0) << 8 | u8(1)) : 0;
        wide = first == 0xFEFF
                ? StandardCharsets.UTF_16BE
                : first == 0xFFFE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        at = isWide() ? 2 : startsWithMark() ? 3 : 0;
    }

    private boolean isWide() {
        return !wide.equals(StandardCharsets.UTF_8);
    }

    private boolean startsWithMark() {
        return file.byteSize() >= 3 && u8(0) == 0xEF && u8(1) == 0xBB && u8(2) == 0xBF;
    }

    private int u8(long offset) {
        return file.get(ValueLayout.JAVA_BYTE, offset) & 0xFF;
    }

    boolean hasNext() {
        return !ready.isEmpty() || at < file.byteSize();
    }

    /** How many bytes were passed. */
    long passed() {
        return at;
    }

    TextLine next() {
        if (ready.isEmpty()) {
            readLine();
        }
        return ready.removeFirst();
    }

    private void readLine() {
        long begin = at;
        long end = endOfLine();
        byte[] bytes = file.asSlice(begin, end - begin).toArray(ValueLayout.JAVA_BYTE);
        number++;
        // A lone carriage return ends a line too, but editors do not count it.
        cleaner.clean(decode(bytes), text -> ready.add(new TextLine(number, begin, text)));
    }

    /** Moves behind the line end and returns where the text before it ends. */
    private long endOfLine() {
        int step = isWide() ? 2 : 1;
        int low = wide.equals(StandardCharsets.UTF_16BE) ? 1 : 0;
        long limit = Math.min(file.byteSize() - step + 1, at + LONGEST);
        long end = at;
        while (end < limit && !(u8(end + low) == '\n' && (step == 1 || u8(end + 1 - low) == 0))) {
            end += step;
        }
        boolean ended = end < limit;
        if (!ended && limit < at + LONGEST) {
            end = file.byteSize();
        }
        at = ended ? end + step : end;
        return end;
    }

    private String decode(byte[] bytes) {
        if (isWide()) {
            return new String(bytes, wide);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WESTERN);
        }
    }
}
