package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.packet.LinkType;
import java.util.Optional;

/** What tcpdump says before and after the packets: where they come from, and how many it lost. */
final class Banner {
    private static final String FOREIGN_NAMES = "Warning: interface names might be incorrect";

    private static final String[] OTHERS = {
        "tcpdump: ",
        FOREIGN_NAMES,
        "Address resolution is O",
        "Address resolution timeout",
        "dropped privs to",
        "Got ",
        "Juniper PCAP"
    };
    private static final LinkType[] LINK_TYPES = {
        LinkType.NULL, LinkType.ETHERNET, LinkType.RAW, LinkType.LOOP, LinkType.LINUX_COOKED, LinkType.LINUX_COOKED_2
    };

    private String interfaceName = "";
    private Optional<LinkType> linkType = Optional.empty();
    private long snapLength = Long.MAX_VALUE;
    private long dropped;
    private boolean begins;
    private boolean foreignNames;

    /** Whether the line is a banner or a trailer. */
    boolean read(String line) {
        String text = line.startsWith("^C") ? line.substring(2) : line;
        begins = false;
        dropped = 0;
        if (text.isEmpty()) {
            return line.length() == 2;
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            return counted(new LineScanner(text));
        }
        LineScanner scanner = new LineScanner(text);
        scanner.accept("tcpdump: ");
        if (scanner.accept("listening on ") || scanner.accept("Listening on ")) {
            String name = scanner.upTo(",").orElseGet(scanner::rest);
            interfaceName = name.equals("any") || name.contains(" ") ? "" : name;
            foreignNames = false;
            source(scanner);
            return true;
        }
        if (scanner.accept("reading from file ")) {
            interfaceName = "";
            foreignNames = true;
            source(scanner);
            return true;
        }
        foreignNames |= text.startsWith(FOREIGN_NAMES);
        for (String other : OTHERS) {
            if (text.startsWith(other)) {
                return true;
            }
        }
        return false;
    }

    private void source(LineScanner line) {
        begins = true;
        snapLength = Long.MAX_VALUE;
        linkType = Optional.empty();
        int before = line.position();
        if (line.skipTo("link-type ")) {
            String name = line.word();
            String label = name.endsWith(",") ? name.substring(0, name.length() - 1) : name;
            for (LinkType known : LINK_TYPES) {
                if (known.label().equals(label)) {
                    linkType = Optional.of(known);
                }
            }
        }
        line.moveTo(before);
        if (line.skipTo("snapshot length ") || line.skipTo("capture size ")) {
            long shown = line.number();
            snapLength = shown > 0 ? shown : snapLength;
        }
    }

    /** {@code 7 packets captured}, {@code 0 packets dropped by kernel}. */
    private boolean counted(LineScanner line) {
        long count = line.number();
        if (count < 0 || !(line.accept(" packets ") || line.accept(" packet "))) {
            return false;
        }
        boolean lost = line.accept("dropped by ");
        dropped = lost ? count : 0;
        return lost || line.startsWith("captured") || line.startsWith("received by filter");
    }

    /** Whether the line read last begins another run, with numbers of its own. */
    boolean begins() {
        return begins;
    }

    /** How many packets the line read last says were not shown; 0 when it says none. */
    long dropped() {
        return dropped;
    }

    /** Empty when it was not named, or was all of them. */
    String interfaceName() {
        return interfaceName;
    }

    /** Whether the packets come from a file: names of interfaces are then those of the machine that reads it. */
    boolean foreignNames() {
        return foreignNames;
    }

    Optional<LinkType> linkType() {
        return linkType;
    }

    /** In bytes. */
    long snapLength() {
        return snapLength;
    }
}
