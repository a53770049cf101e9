package dev.wirewalk.inspection;

import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.finding.Finding;
import dev.wirewalk.flow.Conversations;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Puts together the result of a pass. */
record Results(String name, long fileBytes, ReadReport report, Conversations conversations) {
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
                Map.of(),
                Map.of(),
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
        Instant instant =
                Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'")
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    private ConversationCounts counts() {
        long tcp = 0;
        long udp = 0;
        long icmp = 0;
        for (int index = 0; index < conversations.count(); index++) {
            switch (conversations.get(index).protocol()) {
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
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                report.text());
    }

    private OptionalDouble seconds() {
        return report.firstNanos().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (report.lastNanos().getAsLong() - report.firstNanos().getAsLong()) / (double) NANOS_PER_SECOND);
    }
}
