package dev.wirewalk.finding;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.flow.Conversations;
import dev.wirewalk.flow.FrameAnalysis;
import dev.wirewalk.packet.PacketView;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Leads the rules past the frames of one pass, and at its end past the connections. */
public final class Examination {
    private static final int INWARD = 1;
    private static final int OUTWARD = 2;
    private static final int OTHER = 4;

    private final List<Rule> rules;
    private final Rule[] everyFrame;
    private final Rule[] copies;
    private final Rule[] ip;
    private final Rule[] tcp;
    private final Rule[] icmp;
    private final Rule[] neighbours;
    private final Rule[] dns;
    private final Rule[] http;
    private final ConnectionTable connections = new ConnectionTable();
    private final SegmentNotes notes = new SegmentNotes(connections);
    private @Nullable Sight sight;
    /** Which of the directions above were met. */
    private int directions;

    /** @param rules made for this pass */
    public Examination(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        everyFrame = needing(Need.FRAMES);
        copies = needing(Need.COPIES);
        ip = needing(Need.IP);
        tcp = needing(Need.TCP);
        icmp = needing(Need.ICMP);
        neighbours = needing(Need.NEIGHBOURS);
        dns = needing(Need.DNS);
        http = needing(Need.HTTP);
    }

    private Rule[] needing(Need need) {
        return rules.stream().filter(rule -> rule.needs().contains(need)).toArray(Rule[]::new);
    }

    /**
     * Shows a frame to the rules that look at such frames.
     *
     * @param innermost the innermost packet of the frame that can be read
     * @param conversation the index of its conversation, or -1
     * @param flags bits of its sequence flags
     * @param duplicateOf the frame that it is a copy of, or 0
     */
    public void add(Frame frame, PacketView innermost, int conversation, int flags, long duplicateOf) {
        Sight seen = sight;
        if (seen == null) {
            seen = new Sight(frame);
            sight = seen;
        }
        seen.moveTo(frame, innermost, conversation, flags, duplicateOf);
        if (duplicateOf > 0) {
            show(copies, seen);
            return;
        }
        directions |=
                frame.position().isEmpty() ? OTHER : direction(frame.position().get());
        show(everyFrame, seen);
        if (innermost.ip().present()) {
            addIp(seen);
        } else if (innermost.arp().present()) {
            show(neighbours, seen);
        }
    }

    private static int direction(String position) {
        return switch (position) {
            case "in" -> INWARD;
            case "out" -> OUTWARD;
            default -> OTHER;
        };
    }

    private void addIp(Sight seen) {
        show(ip, seen);
        switch (seen.packet().transport()) {
            case PacketView.TCP -> addTcp(seen);
            case PacketView.UDP -> {
                if (seen.dns().present()) {
                    show(dns, seen);
                }
            }
            case PacketView.ICMP, PacketView.ICMPV6 -> {
                show(icmp, seen);
                if (seen.packet().icmp().neighbourSolicitation()
                        || seen.packet().icmp().neighbourAdvertisement()) {
                    show(neighbours, seen);
                }
            }
            default -> {}
        }
    }

    private void addTcp(Sight seen) {
        if (seen.conversation() >= 0) {
            notes.add(seen);
        }
        show(tcp, seen);
        if (seen.http().present()) {
            show(http, seen);
        }
    }

    private static void show(Rule[] rules, Sight seen) {
        for (Rule rule : rules) {
            rule.look(seen);
        }
    }

    /** What was found, the gravest first; to be asked once, behind the last frame. */
    public List<Finding> findings(String file, ReadReport report, FrameAnalysis analysis) {
        Span span = new Span(
                report.firstNanos().orElse(Frame.NO_TIME),
                report.lastNanos().orElse(Frame.NO_TIME),
                trace(report) || connections.oneWay(directions == INWARD || directions == OUTWARD),
                crowds(analysis));
        List<Rule> asked = rules.stream()
                .filter(rule -> span.timed() || !rule.needs().contains(Need.TIMES))
                .filter(rule -> !span.answersHidden() || !rule.needs().contains(Need.BOTH_DIRECTIONS))
                .toList();
        weigh(asked, analysis, span);
        Conclusions conclusions = new Conclusions(file, report, span);
        asked.forEach(rule -> rule.conclude(conclusions));
        return conclusions.sorted();
    }

    /** Looks at all connections once before any rule does: what is one of a crowd concerns no rule but those about crowds. */
    private Crowds crowds(FrameAnalysis analysis) {
        Crowds crowds = new Crowds();
        forEach(analysis, crowds::count);
        forEach(analysis, crowds::detail);
        return crowds;
    }

    /**
     * A trace prints the packets that a device decides on, often the first of a session and a few at most, with what it decides:
     * that no answer is among them says nothing.
     */
    private static boolean trace(ReadReport report) {
        return report.format().text()
                && report.events().stream().anyMatch(event -> switch (event.kind()) {
                    case DROP, POLICY, ROUTE, NAT, SESSION, VPN, OFFLOAD, INSPECT -> true;
                    case ARP, REJECT, NOTE -> false;
                });
    }

    private void weigh(List<Rule> asked, FrameAnalysis analysis, Span span) {
        List<Rule> weighing = asked.stream()
                .filter(rule -> rule.needs().contains(Need.CONNECTIONS))
                .toList();
        if (!weighing.isEmpty()) {
            forEach(analysis, connection -> weighing.forEach(rule -> rule.weigh(connection, span)));
        }
    }

    private void forEach(FrameAnalysis analysis, Consumer<Connection> visitor) {
        Conversations conversations = analysis.conversations();
        if (conversations.count() == 0) {
            return;
        }
        Connection connection = new Connection(connections, analysis, conversations.get(0));
        for (int index = 0; index < conversations.count(); index++) {
            if (connection.moveTo(index)) {
                visitor.accept(connection);
            }
        }
    }
}
