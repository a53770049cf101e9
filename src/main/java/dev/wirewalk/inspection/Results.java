package dev.wirewalk.inspection;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.finding.Finding;
import dev.wirewalk.flow.Conversations;
import dev.wirewalk.flow.FrameAnalysis;
import dev.wirewalk.flow.sequence.SequenceFlag;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Puts together the result of a pass. */
record Results(String name, long fileBytes, ReadReport report, FrameAnalysis analysis, long[] flagged, long copies) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    InspectionResult result(List<Finding> findings) {
        return new InspectionResult(
                name,
                report.format().label(),
                report.linkTypes().isEmpty()
                        ? ""
                        : report.linkTypes().getFirst().label(),
                report.packets(),
                report.bytes(),
                time(report.firstNanos()),
                time(report.lastNanos()),
                report.truncatedPackets(),
                report.warnings(),
                counts(),
                states(),
                flags(),
                findings,
                report.events().stream()
                        .map(event -> new InspectionResult.Event(
                                event.line(), event.frame(), event.kind().label(), event.text()))
                        .toList(),
                details());
    }

    private static Optional<String> time(OptionalLong nanos) {
        return nanos.isEmpty() ? Optional.empty() : Optional.of(time(nanos.getAsLong()));
    }

    /** ISO 8601 in UTC, always with nine digits. */
    static String time(long nanos) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'")
                .withZone(ZoneOffset.UTC)
                .format(Frame.instant(nanos));
    }

    private Map<String, Long> states() {
        Map<String, Long> states = new TreeMap<>();
        for (int index = 0; index < analysis.conversations().count(); index++) {
            if (analysis.conversations().protocol(index) == PacketView.TCP) {
                states.merge(analysis.state(index).name(), 1L, Long::sum);
            }
        }
        return states;
    }

    private Map<String, Long> flags() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (SequenceFlag flag : SequenceFlag.values()) {
            if (flagged[flag.ordinal()] > 0) {
                counts.put(flag.label(), flagged[flag.ordinal()]);
            }
        }
        return counts;
    }

    private long count(SequenceFlag flag) {
        long count = 0;
        for (int index = 0; index < analysis.conversations().count(); index++) {
            count += analysis.sequenceCount(index, true, flag) + analysis.sequenceCount(index, false, flag);
        }
        return count;
    }

    private ConversationCounts counts() {
        Conversations conversations = analysis.conversations();
        long tcp = 0;
        long udp = 0;
        long icmp = 0;
        for (int index = 0; index < conversations.count(); index++) {
            switch (conversations.protocol(index)) {
                case PacketView.TCP -> tcp++;
                case PacketView.UDP -> udp++;
                case PacketView.ICMP, PacketView.ICMPV6 -> icmp++;
                default -> {}
            }
        }
        return new ConversationCounts(tcp, udp, icmp, conversations.count() - tcp - udp - icmp);
    }

    private Details details() {
        OptionalDouble seconds = seconds();
        return new Details(
                fileBytes,
                seconds,
                seconds.isPresent() && seconds.getAsDouble() > 0
                        ? OptionalDouble.of(report.bytes() * 8 / seconds.getAsDouble())
                        : OptionalDouble.empty(),
                report.capturedBytes(),
                report.snapLength(),
                report.linkTypes().stream().map(LinkType::label).toList(),
                interfaces(),
                copies,
                share(count(SequenceFlag.ACK_LOST_SEGMENT)),
                share(count(SequenceFlag.RETRANSMISSION)),
                report.text());
    }

    /** An interface of which the file says nothing but its link type is not worth a line. */
    private List<Details.InterfaceFacts> interfaces() {
        return report.interfaces().stream()
                .filter(one -> one.name().isPresent()
                        || one.received().isPresent()
                        || one.dropped().isPresent())
                .map(one -> new Details.InterfaceFacts(
                        one.name().orElse("number " + one.id()),
                        one.description().orElse(""),
                        one.linkType().label(),
                        one.filter().orElse(""),
                        one.received(),
                        one.dropped()))
                .toList();
    }

    /** Of the packets of TCP connections, copies left out. */
    private OptionalDouble share(long part) {
        long packets = 0;
        Conversations conversations = analysis.conversations();
        for (int index = 0; index < conversations.count(); index++) {
            if (conversations.protocol(index) == PacketView.TCP) {
                packets += conversations.get(index).packets() - analysis.copies(index);
            }
        }
        return packets == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / packets);
    }

    private OptionalDouble seconds() {
        return report.firstNanos().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (report.lastNanos().getAsLong() - report.firstNanos().getAsLong()) / (double) NANOS_PER_SECOND);
    }
}
