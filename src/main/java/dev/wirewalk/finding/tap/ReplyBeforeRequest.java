package dev.wirewalk.finding.tap;

import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Frames;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.NumberTable;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.packet.IcmpView;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.util.Set;

/** Answers that stand in the file before their question: two taps or queues that were joined in the wrong order. */
public final class ReplyBeforeRequest implements Rule {
    private static final int MOST = 1 << 16;

    private final NumberTable replies = new NumberTable(1, MOST);
    private final Frames frames = new Frames();
    private long count;

    @Override
    public Set<Need> needs() {
        return Set.of(Need.IP);
    }

    @Override
    public void look(Sight sight) {
        PacketView packet = sight.packet();
        if (sight.conversation() < 0) {
            return;
        }
        IcmpView icmp = packet.icmp();
        if (icmp.echoReply() || icmp.echoRequest()) {
            look(sight, (long) sight.conversation() << 32 | icmp.sequence() & 0xFFFF, icmp.echoReply());
        } else if (packet.tcp().has(TcpView.SYN) && packet.tcp().sequence() >= 0) {
            boolean reply = packet.tcp().has(TcpView.ACK);
            long first = reply
                    ? packet.tcp().acknowledgement() - 1 & 0xFFFF_FFFFL
                    : packet.tcp().sequence();
            look(sight, (long) sight.conversation() << 32 | first, reply);
        } else if (sight.dns().present()) {
            look(
                    sight,
                    (long) sight.conversation() << 32 | sight.dns().id(),
                    sight.dns().response());
        }
    }

    /** A question closes the matter: an answer that comes behind it is in its place. */
    private void look(Sight sight, long key, boolean reply) {
        int row = replies.put(key);
        if (row < 0) {
            return;
        }
        long before = replies.get(row, 0);
        if (reply && before == 0) {
            replies.set(row, 0, sight.number());
        } else if (!reply) {
            if (before > 0) {
                count++;
                frames.add(before);
                frames.add(sight.number());
            }
            replies.set(row, 0, -1);
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        if (count > 0) {
            conclusions.add(
                    "reply-before-request",
                    Severity.WARNING,
                    Count.of(count, "answer") + " stand in the file before the question that they answer.",
                    count,
                    frames,
                    Display.frames(frames),
                    "Both directions were captured by different adapters or queues and joined out of order. Round-trip times"
                            + " are wrong by as much; sort the file by time (reordercap), or capture both directions with one"
                            + " clock.");
        }
    }
}
