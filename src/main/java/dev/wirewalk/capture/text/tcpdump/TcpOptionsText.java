package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;

/** The list of TCP options, as {@code mss 1460,sackOK,TS val 1 ecr 0,nop,wscale 10}, or in the words of releases before 4.1. */
final class TcpOptionsText {
    private static final int MOST_BYTES = 40;

    private final SequenceBases bases;
    private int bytes;
    private boolean exact;

    TcpOptionsText(SequenceBases bases) {
        this.bases = bases;
    }

    /** Nothing is said of the options when the list is cut or names one that is not known. */
    void read(String list, PacketSketch into) {
        bytes = 0;
        exact = true;
        LineScanner line = new LineScanner(list);
        while (!line.atEnd()) {
            line.blanks();
            int before = line.position();
            option(line, into);
            skipToComma(line);
            if (line.position() == before) {
                break;
            }
        }
        if (exact && bytes <= MOST_BYTES) {
            into.optionsTold(bytes + 3 & ~3);
        }
    }

    private void option(LineScanner line, PacketSketch into) {
        if (line.accept("nop") || line.accept("eol")) {
            bytes += 1;
        } else if (line.accept("mss ")) {
            bytes += 4;
            into.segmentSize(line.number());
        } else if (line.accept("wscale ")) {
            bytes += 3;
            into.windowScale(line.number());
        } else if (line.accept("sackOK")) {
            bytes += 2;
            into.sackPermitted();
        } else if (line.accept("TS val ") || line.accept("timestamp ")) {
            bytes += 10;
            timestamps(line, into);
        } else if (line.accept("sack ")) {
            blocks(line, into);
        } else if (line.accept("mptcp ")) {
            long size = line.number();
            exact &= size > 0;
            bytes += (int) Math.min(size, MOST_BYTES);
        } else if (!line.atEnd()) {
            exact = false;
        }
    }

    private static void timestamps(LineScanner line, PacketSketch into) {
        long value = line.number();
        line.accept(" ecr");
        line.blanks();
        long echo = line.number();
        if (value >= 0 && echo >= 0) {
            into.timestamps(value, echo);
        }
    }

    /** {@code sack 1 {5841:7301}}, or in old releases {@code sack sack 1 {5841:7301} }. */
    private void blocks(LineScanner line, PacketSketch into) {
        line.accept("sack ");
        long count = line.number();
        line.blanks();
        int found = 0;
        while (line.accept("{")) {
            long left = line.number();
            line.accept(":");
            long right = line.number();
            if (!line.accept("}")) {
                break;
            }
            left = bases.selective(left);
            right = bases.selective(right);
            if (left >= 0 && right >= 0) {
                into.sack(left, right);
            }
            found++;
        }
        exact &= found == count;
        bytes += 2 + 8 * found;
    }

    /** A comma inside of braces or brackets does not end an option. */
    private static void skipToComma(LineScanner line) {
        int depth = 0;
        while (!line.atEnd()) {
            char c = line.peek();
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            line.moveTo(line.position() + 1);
            if (c == ',' && depth <= 0) {
                return;
            }
        }
    }
}
