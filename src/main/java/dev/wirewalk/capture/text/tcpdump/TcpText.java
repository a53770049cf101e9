package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import java.util.Optional;

/** What stands behind the addresses of a TCP segment, in the words of 4.1 and later, of older releases, and of {@code -q}. */
final class TcpText {
    private final SequenceBases bases;
    private final TcpOptionsText options;
    private final ApplicationText application;
    /** The text in a reset, in which devices say why they sent it. */
    private Optional<String> resetText = Optional.empty();

    private long sequence;
    private long behindSequence;
    private long acknowledgement;
    private long window;
    private String optionList = "";
    private boolean whole;

    TcpText(SequenceBases bases, ApplicationText application) {
        this.bases = bases;
        this.application = application;
        options = new TcpOptionsText(bases);
    }

    Optional<String> resetText() {
        return resetText;
    }

    /** Whether a segment's words begin here, so that the ends before have ports. */
    static boolean begins(LineScanner line) {
        return line.startsWith("Flags [") || line.startsWith("tcp ") || oldFlags(line) >= 0;
    }

    /** The flags of an old release, when a flag word stands here; else -1. The place stays. */
    private static int oldFlags(LineScanner line) {
        int flags = 0;
        int at = 0;
        int value = flag(line.peek());
        while (value >= 0) {
            flags |= value;
            value = flag(line.peek(++at));
        }
        boolean ended = line.peek(at) == ' ' || line.peek(at) == ',';
        if (at == 0 || !ended) {
            return -1;
        }
        int next = line.peek(at) == ',' ? at + 2 : at + 1;
        char c = line.peek(next);
        // The dot stands alone for "none of these", and an ack word behind the flags for ACK.
        return (c >= '0' && c <= '9') || "awu[c<(".indexOf(c) >= 0 ? flags & ~0x10 : -1;
    }

    private static int flag(char c) {
        return switch (c) {
            case 'F' -> 0x01;
            case 'S' -> 0x02;
            case 'R' -> 0x04;
            case 'P' -> 0x08;
            case '.' -> 0x10;
            case 'U' -> 0x20;
            case 'E' -> 0x40;
            case 'W' -> 0x80;
            default -> -1;
        };
    }

    boolean read(LineScanner line, EndpointText.Place from, EndpointText.Place to, PacketSketch into) {
        resetText = Optional.empty();
        sequence = -1;
        behindSequence = -1;
        acknowledgement = -1;
        window = -1;
        optionList = "";
        whole = false;
        if (line.accept("Flags [")) {
            current(line, from, to, into);
            return true;
        }
        if (line.accept("tcp ")) {
            long length = line.number();
            into.tcp(from.port(), to.port(), -1);
            if (length >= 0) {
                into.payloadLength(length);
            }
            return true;
        }
        int flags = oldFlags(line);
        if (flags < 0) {
            return false;
        }
        old(line, flags, from, to, into);
        return true;
    }

    private void current(LineScanner line, EndpointText.Place from, EndpointText.Place to, PacketSketch into) {
        int flags = 0;
        if (line.accept("none]")) {
            flags = 0;
        } else {
            for (char c = line.peek(); c != ']' && c != 0; c = line.peek()) {
                flags |= Math.max(0, flag(c));
                line.moveTo(line.position() + 1);
            }
            line.accept("]");
        }
        while (line.accept(", ")) {
            if (line.accept("length ")) {
                long length = line.number();
                if (length >= 0) {
                    into.payloadLength(length);
                    whole = true;
                }
                break;
            }
            if (!item(line)) {
                break;
            }
        }
        boolean cut = line.accept(" [|tcp]") || line.accept("[|tcp]");
        tell(from, to, flags, cut, into);
        data(line, from, to, into);
    }

    /** One of the items between commas; false when it is none that is known. */
    private boolean item(LineScanner line) {
        if (line.accept("seq ")) {
            sequence = line.number();
            behindSequence = line.accept(":") ? line.number() : -1;
        } else if (line.accept("ack ")) {
            acknowledgement = line.number();
        } else if (line.accept("win ")) {
            window = line.number();
        } else if (line.accept("urg ")) {
            line.number();
        } else if (line.accept("cksum ")) {
            checksum(line);
        } else if (line.accept("options [")) {
            int begin = line.position();
            Optional<String> list = line.upTo("], length ");
            if (list.isPresent()) {
                optionList = list.get();
                line.moveTo(begin + optionList.length() + 1);
            } else {
                optionList = "?";
                line.moveTo(begin + line.rest().length());
            }
        } else {
            return false;
        }
        return true;
    }

    /** {@code 0x156e (correct)} or {@code 0x7d0b (incorrect -> 0x156e)}. */
    private static void checksum(LineScanner line) {
        line.hex();
        if (line.startsWith(" (")) {
            line.skipTo(")");
        }
    }

    private void old(LineScanner line, int shown, EndpointText.Place from, EndpointText.Place to, PacketSketch into) {
        line.moveTo(line.position() + Math.max(1, flagWord(line)));
        boolean cut = false;
        int flags = shown;
        boolean more = true;
        while (more) {
            int before = line.position();
            line.accept(",");
            line.blanks();
            if (line.peek() >= '0' && line.peek() <= '9' && sequence < 0) {
                oldSequence(line, into);
            } else if (line.accept("ack ")) {
                acknowledgement = line.number();
                flags |= 0x10;
            } else if (line.accept("win ")) {
                window = line.number();
            } else if (line.accept("urg ")) {
                line.number();
            } else if (line.accept("cksum ")) {
                checksum(line);
            } else if (line.accept("<")) {
                optionList = line.upTo(">").orElse("?");
            } else if (line.accept("[|tcp]")) {
                cut = true;
            } else if (line.startsWith("[tcp sum ok]") || line.startsWith("[bad tcp cksum")) {
                line.skipTo("]");
            } else {
                line.moveTo(before);
                more = false;
            }
            whole |= window >= 0;
        }
        if (whole && sequence < 0) {
            into.payloadLength(0);
        }
        tell(from, to, flags, cut, into);
        data(line, from, to, into);
    }

    private static int flagWord(LineScanner line) {
        int at = 0;
        while (flag(line.peek(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** {@code 1:80(79)}: first, behind the last, and how many. */
    private void oldSequence(LineScanner line, PacketSketch into) {
        sequence = line.number();
        behindSequence = line.accept(":") ? line.number() : -1;
        if (line.accept("(")) {
            long length = line.number();
            line.accept(")");
            if (length >= 0) {
                into.payloadLength(length);
            }
        }
    }

    private void tell(EndpointText.Place from, EndpointText.Place to, int flags, boolean cut, PacketSketch into) {
        into.tcp(from.port(), to.port(), flags);
        if (!whole && sequence >= 0 && behindSequence >= 0) {
            into.payloadLength(behindSequence - sequence & 0xFFFF_FFFFL);
        }
        bases.resolve(from, to, flags, sequence, acknowledgement);
        if (bases.sequence() >= 0) {
            into.sequence(bases.sequence());
        }
        if (acknowledgement >= 0 && bases.acknowledgement() >= 0) {
            into.acknowledgement(bases.acknowledgement());
        }
        if (window >= 0) {
            into.window(window);
        }
        if (whole && !cut) {
            options.read(optionList, into);
        }
    }

    private void data(LineScanner line, EndpointText.Place from, EndpointText.Place to, PacketSketch into) {
        if (line.accept(" [RST+ ")) {
            String rest = line.rest();
            int end = rest.lastIndexOf(']');
            resetText = Optional.of(rest.substring(0, end < 0 ? rest.length() : end));
            line.moveTo(line.position() + (end < 0 ? rest.length() : end + 1));
        } else if (line.startsWith(": ") || (line.peek() == ' ' && Character.isDigit(line.peek(1)))) {
            application.overTcp(line, from.port(), to.port(), into);
        }
    }
}
