package dev.wirewalk.finding.link;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.NumberTable;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.finding.Times;
import dev.wirewalk.packet.ArpView;
import dev.wirewalk.packet.IcmpView;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Questions for a hardware address, by ARP or IPv6 neighbour solicitation, that nobody answered. */
public final class AddressUnresolved implements Rule {
    /**
     * Who gets an answer does not ask again so soon. (A question travels to all, its answer to one: who merely listens on
     * another port of the switch sees no answers at all, so that one question alone proves nothing.)
     */
    private static final long AGAIN = 3 * Times.SECOND;

    private static final long ENOUGH = 2;

    private static final int ASKED = 0;
    private static final int FIRST_FRAME = 1;
    private static final int LAST_FRAME = 2;
    private static final int LAST_NANOS = 3;
    private static final int COLUMNS = 4;
    private static final int MOST = 1 << 16;

    /** Open questions by the address asked for; an answer removes them. */
    private final NumberTable open = new NumberTable(COLUMNS, MOST);

    private final Map<Long, Question> texts = new HashMap<>();

    private record Question(IpAddress asker, IpAddress target) {}

    @Override
    public Set<Need> needs() {
        return Set.of(Need.NEIGHBOURS);
    }

    @Override
    public void look(Sight sight) {
        if (sight.packet().arp().present()) {
            lookAtArp(sight, sight.packet().arp());
        } else {
            lookAtNeighbour(sight, sight.packet().icmp());
        }
    }

    private void lookAtArp(Sight sight, ArpView arp) {
        if (arp.reverse() || arp.senderAddress() < 0 || arp.targetAddress() < 0) {
            return;
        }
        if (arp.operation() == ArpView.REPLY) {
            answered(0, arp.senderAddress());
        } else if (arp.operation() == ArpView.REQUEST) {
            // Whoever asks is there; a request for the own address is an announcement, and one from address 0 asks
            // whether it is
            // free (RFC 5227): no answer is good news.
            answered(0, arp.senderAddress());
            if (arp.senderAddress() != 0 && arp.senderAddress() != arp.targetAddress()) {
                asked(
                        sight,
                        0,
                        arp.targetAddress(),
                        new Question(IpAddress.v4(arp.senderAddress()), IpAddress.v4(arp.targetAddress())));
            }
        }
    }

    private void lookAtNeighbour(Sight sight, IcmpView icmp) {
        long high = icmp.targetHigh();
        long low = icmp.targetLow();
        if (icmp.neighbourAdvertisement()) {
            answered(high, low);
            return;
        }
        long sender = sight.packet().ip().sourceHigh() | sight.packet().ip().sourceLow();
        // From the address "::" a host asks whether its own address is free: no answer is good news (RFC 4862, section
        // 5.4).
        if (icmp.targetAddress().isPresent() && sender != 0) {
            asked(
                    sight,
                    high,
                    low,
                    new Question(
                            sight.packet().ip().sourceAddress().orElseThrow(),
                            icmp.targetAddress().orElseThrow()));
        }
    }

    private static long key(long high, long low) {
        return high * 0x9E37_79B9_7F4A_7C15L ^ low;
    }

    private void answered(long high, long low) {
        open.remove(key(high, low));
    }

    private void asked(Sight sight, long high, long low, Question question) {
        int row = open.put(key(high, low));
        if (row < 0) {
            return;
        }
        boolean again = open.get(row, ASKED) > 0 && Times.between(open.get(row, LAST_NANOS), sight.nanos(), 0) <= AGAIN;
        // What was asked twice in a row stays unanswered, however long the next pause is.
        if (!again && open.get(row, ASKED) < ENOUGH) {
            open.set(row, ASKED, 0);
            open.set(row, FIRST_FRAME, sight.number());
            texts.putIfAbsent(key(high, low), question);
        }
        open.set(row, ASKED, open.get(row, ASKED) + 1);
        open.set(row, LAST_FRAME, sight.number());
        open.set(row, LAST_NANOS, sight.nanos());
    }

    @Override
    public void conclude(Conclusions conclusions) {
        Tallies<IpAddress> askers = new Tallies<>();
        open.forEach((key, row) -> {
            Question question = texts.get(key);
            if (question != null && open.get(row, ASKED) >= ENOUGH) {
                askers.of(question.asker)
                        .add(
                                open.get(row, ASKED),
                                open.get(row, ASKED),
                                question.target + ", asked " + Count.of(open.get(row, ASKED), "time"),
                                open.get(row, FIRST_FRAME),
                                open.get(row, LAST_FRAME));
            }
        });
        askers.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "arp-unanswered",
                        Severity.ERROR,
                        asker -> asker.subject() + " asks for the hardware address of "
                                + (asker.cases() == 1
                                        ? asker.example()
                                        : asker.cases() + " addresses, among them " + asker.example())
                                + ", and gets no answer.",
                        asker -> asker.subject().version() == IpVersion.V6
                                ? "icmpv6.type == 135 && " + Display.source(asker.subject())
                                : "arp.opcode == 1 && arp.src.proto_ipv4 == " + asker.subject(),
                        "askers",
                        "Nothing can be sent to a neighbour whose hardware address is unknown: is the address right and on"
                                + " this link (mask, gateway, VLAN), and is its owner up? Only a capture at the owner"
                                + " shows whether the question arrives. A switch port that mirrors one direction only"
                                + " shows no answers."));
    }
}
