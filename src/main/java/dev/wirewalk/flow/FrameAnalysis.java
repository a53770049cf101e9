package dev.wirewalk.flow;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.flow.sequence.Segment;
import dev.wirewalk.flow.sequence.SequenceAnalysis;
import dev.wirewalk.flow.sequence.SequenceFlag;
import dev.wirewalk.packet.PacketView;
import java.util.Arrays;

/**
 * All that can be told of the frames of one capture by what went before: the conversation of each, what its TCP sequence
 * numbers mean, whether it is a copy of an earlier frame. It is led past the frames in file order; the questions about a frame
 * are answered until the next one is added, those about conversations at any time.
 *
 * <p>A TCP conversation is what Wireshark calls a stream. {@link #flags()} are those that Wireshark shows, for every frame;
 * all that is told of conversations leaves copies out, as does {@link #flagsWithoutCopies()}.
 */
public final class FrameAnalysis {
    private final Conversations conversations = new Conversations();
    private final HistoryTable history = new HistoryTable();
    private final FlagCounts counts = new FlagCounts();
    private final CopyTable copies = new CopyTable();
    private final SequenceAnalysis sequences = new SequenceAnalysis();
    private final StreamNumbers streams = new StreamNumbers();
    private final EndPair ends = new EndPair();
    private final Segment segment = new Segment();
    private final Layers layers = new Layers();
    private final PacketView quoted = new PacketView();
    private int[] copiesOf = new int[64];

    private int conversation;
    private int stream;
    private int flags;
    private int flagsWithoutCopies;
    private long duplicateOf;

    /** Adds the next frame of the capture, with all packets that it carries in tunnels. */
    public void add(Frame frame) {
        conversation = -1;
        stream = -1;
        flags = 0;
        flagsWithoutCopies = 0;
        duplicateOf = 0;
        int innermost = layers.peel(frame.packet());
        for (int level = 0; level <= innermost; level++) {
            PacketView packet = layers.at(level);
            if (ends.fill(packet)) {
                addPacket(frame, packet, level == layers.sent());
            }
        }
    }

    private void addPacket(Frame frame, PacketView packet, boolean comparable) {
        boolean tcp = packet.transport() == PacketView.TCP
                && !Fragments.usable(packet)
                && segment.read(packet, frame.timeNanos(), false);
        conversation = conversations.latest(ends);
        boolean reused = tcp && conversation >= 0 && opensAnother();
        if (conversation < 0 || reused) {
            begin(packet);
        }
        conversations.count(conversation, ends, packet, frame);
        if (comparable) {
            boolean hadCopies = copiesOf[conversation] > 0;
            duplicateOf = copies.original(frame, packet, conversation, ends.fromLowEnd, hadCopies);
        }
        if (duplicateOf != 0) {
            copiesOf[conversation]++;
        } else {
            history.add(TrafficTable.side(conversation, ends.fromLowEnd), packet, frame.timeNanos());
        }
        if (tcp) {
            judge(reused);
        } else if (packet.icmp().redirectGateway() < 0 && packet.quoted(quoted)) {
            // Of what a redirect quotes Wireshark reads the ports only.
            addQuoted(frame);
        }
    }

    private boolean opensAnother() {
        int slot = streams.slot(conversation);
        return slot >= 0 && sequences.opensAnother(slot, ends.fromLowEnd, segment);
    }

    private void begin(PacketView packet) {
        conversation = conversations.begin(ends, packet);
        if (conversation >= copiesOf.length) {
            copiesOf = Arrays.copyOf(copiesOf, copiesOf.length * 2);
        }
    }

    /** Asks the analysis twice where a conversation has copies: once as Wireshark sees it, once without them. */
    private void judge(boolean reused) {
        int slot = streams.slot(conversation);
        if (slot < 0) {
            slot = streams.begin(conversation, ends, conversations.firstOfEnds(conversation), sequences);
        }
        stream = streams.number(conversation);
        int single = streams.slotWithoutCopies(conversation);
        if (single == slot && duplicateOf != 0) {
            single = sequences.fork(slot);
            streams.separate(conversation, single);
        }
        int shown = sequences.add(slot, ends.fromLowEnd, segment, reused);
        flags |= shown;
        if (duplicateOf == 0) {
            int told = single == slot ? shown : sequences.add(single, ends.fromLowEnd, segment, reused);
            flagsWithoutCopies |= told;
            counts.add(conversation, ends.fromLowEnd, told);
        }
    }

    /** A packet in an ICMP error belongs to a stream in Wireshark, though it is not compared with it. */
    private void addQuoted(Frame frame) {
        if (quoted.transport() == PacketView.TCP
                && segment.read(quoted, frame.timeNanos(), true)
                && ends.fill(quoted)) {
            int about = conversations.latest(ends);
            int slot = about < 0 ? -1 : streams.slot(about);
            slot = slot < 0 ? streams.slotOfQuoted(ends) : slot;
            boolean reused = slot >= 0 && sequences.opensAnother(slot, ends.fromLowEnd, segment);
            if (slot < 0 || reused) {
                slot = about < 0
                        ? streams.beginQuoted(ends, sequences)
                        : streams.begin(about, ends, conversations.firstOfEnds(about), sequences);
            }
            flags |= sequences.add(slot, ends.fromLowEnd, segment, reused);
        }
    }

    /** The conversation of the frame just added, innermost where it carries a tunnel, or -1; see {@link #conversations()}. */
    public int conversation() {
        return conversation;
    }

    /** The number of its TCP stream as tshark counts in {@code tcp.stream}, from 0; -1 when it has none. */
    public int stream() {
        return stream;
    }

    /** The {@link SequenceFlag} bits of the frame just added as tshark shows them; copies are judged like other frames. */
    public int flags() {
        return flags;
    }

    /** What the bits would be if the capture held no copies; none for a copy itself. */
    public int flagsWithoutCopies() {
        return flagsWithoutCopies;
    }

    /** The number of the frame that showed the same packet before, or 0 when none did. */
    public long duplicateOf() {
        return duplicateOf;
    }

    /** The conversations so far. They count copies as packets. */
    public Conversations conversations() {
        return conversations;
    }

    /** How many segments of one direction had a flag; {@code forward} are those that the client sent. */
    public long sequenceCount(int index, boolean forward, SequenceFlag flag) {
        return counts.count(index, conversations.clientIsLowEnd(index) == forward, flag);
    }

    /** How many packets of a conversation were copies. */
    public long copies(int index) {
        return copiesOf[index];
    }

    /** How far a conversation came. */
    public ConversationState state(int index) {
        boolean clientLow = conversations.clientIsLowEnd(index);
        return history.state(
                TrafficTable.side(index, clientLow),
                TrafficTable.side(index, !clientLow),
                conversations.protocol(index) == PacketView.TCP);
    }

    /** When a TCP conversation began. */
    public Handshake handshake(int index) {
        boolean clientLow = conversations.clientIsLowEnd(index);
        return history.handshake(TrafficTable.side(index, clientLow), TrafficTable.side(index, !clientLow));
    }
}
