package dev.wirewalk.capture;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.packet.CaptureHeaders;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.LinkView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Counts along while a reader passes over a file, and becomes its {@link ReadReport}. For readers. */
public final class ReadTally {
    private static final int WARNINGS_KEPT = 100;
    private static final int EVENTS_KEPT = 100_000;
    private static final long EVENT_LETTERS_KEPT = 32_000_000;

    private final CaptureFormat format;
    private final Set<LinkType> linkTypes = new LinkedHashSet<>();
    private final List<ReadWarning> warnings = new ArrayList<>();
    private final List<CaptureInterface> interfaces = new ArrayList<>();
    private final List<TextEvent> events = new ArrayList<>();
    private Map<IpAddress, String> names = Map.of();
    private Optional<TextReading> text = Optional.empty();
    private long eventLetters;
    private long eventsLeftOut;
    private long warningsLeftOut;
    private long packets;
    private long bytes;
    private long capturedBytes;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long truncated;
    private long snapLength;
    private long encrypted;

    public ReadTally(CaptureFormat format) {
        this.format = format;
    }

    public long packets() {
        return packets;
    }

    /** Notes an interface; a link type whose headers cannot be read is worth a warning, once. */
    public void addInterface(long offset, LinkType linkType, long interfaceSnapLength) {
        if (linkTypes.add(linkType) && !linkType.decoded()) {
            String type = linkType.equals(LinkType.UNKNOWN)
                    ? "a link type that is not known"
                    : "link type " + linkType.number() + " (" + linkType.label() + ")";
            warn(offset, "packets of " + type + " are counted, but their headers cannot be read");
        }
        snapLength = Math.max(snapLength, interfaceSnapLength);
    }

    /** Notes what the file says of an interface, when all is known of it. */
    public void describe(CaptureInterface described) {
        interfaces.add(described);
    }

    /** Notes the names that the file gives to addresses. */
    public void names(Map<IpAddress, String> found) {
        names = found;
    }

    public void addPacket(Frame frame) {
        packets++;
        bytes += frame.originalLength();
        capturedBytes += frame.capturedLength();
        // A text shows what its options ask for: that is no cut.
        if (frame.line() == 0 && frame.capturedLength() < frame.originalLength()) {
            truncated++;
        }
        LinkView link = frame.packet().link();
        if (link.encrypted()) {
            encrypted++;
        }
        if (link.captureHeaders().judges()) {
            addVerdict(frame);
        }
        if (frame.hasTime()) {
            first = Math.min(first, frame.timeNanos());
            last = Math.max(last, frame.timeNanos());
        }
    }

    /** What the log of a packet filter says of the packet it shows; a mere prefix of a line may mean anything. */
    private void addVerdict(Frame frame) {
        CaptureHeaders log = frame.packet().link().captureHeaders();
        boolean dropped = log.position().equals(Optional.of("drop"));
        TextEvent.Kind kind =
                dropped ? TextEvent.Kind.DROP : log.decides() ? TextEvent.Kind.POLICY : TextEvent.Kind.NOTE;
        log.verdict().ifPresent(text -> addEvent(new TextEvent(0, frame.number(), kind, text)));
    }

    public void warn(long offset, String text) {
        if (warnings.size() < WARNINGS_KEPT) {
            warnings.add(new ReadWarning(offset, text));
        } else {
            warningsLeftOut++;
        }
    }

    public void addEvent(TextEvent event) {
        if (events.size() < EVENTS_KEPT && eventLetters + event.text().length() <= EVENT_LETTERS_KEPT) {
            eventLetters += event.text().length();
            events.add(event);
        } else {
            eventsLeftOut++;
        }
    }

    /** Notes how a text was read. */
    public void readAsText(TextReading reading) {
        text = Optional.of(reading);
    }

    public ReadReport report(long endOffset) {
        List<ReadWarning> all = new ArrayList<>(warnings);
        if (eventsLeftOut > 0) {
            all.add(new ReadWarning(endOffset, eventsLeftOut + " more remarks of this file are not listed"));
        }
        if (warningsLeftOut > 0) {
            all.add(new ReadWarning(endOffset, warningsLeftOut + " more warnings of this kind are left out"));
        }
        if (encrypted > 0) {
            all.add(new ReadWarning(
                    endOffset, encrypted + " wireless frames are encrypted: what they carry cannot be read"));
        }
        boolean timed = first <= last;
        return new ReadReport(
                format,
                packets,
                bytes,
                capturedBytes,
                timed ? OptionalLong.of(first) : OptionalLong.empty(),
                timed ? OptionalLong.of(last) : OptionalLong.empty(),
                truncated,
                List.copyOf(linkTypes),
                snapLength > 0 ? OptionalLong.of(snapLength) : OptionalLong.empty(),
                all,
                interfaces,
                names,
                events,
                text);
    }
}
