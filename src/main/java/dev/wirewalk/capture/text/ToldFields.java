package dev.wirewalk.capture.text;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.LinkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a {@link PacketSketch}, as {@link SketchLayout} reads them. What was not told is -1, absent or empty. */
abstract sealed class ToldFields permits PacketSketch {
    static final int UNTOLD = -1;

    /** A SACK block: first sequence number, and the one behind it. */
    record Sack(long left, long right) {}

    final long line;
    final long lineOffset;
    long nanos = Frame.NO_TIME;
    Optional<String> interfaceName = Optional.empty();
    int interfaceIndex = UNTOLD;
    Optional<String> position = Optional.empty();

    long sourceMac = UNTOLD;
    long destinationMac = UNTOLD;
    final List<Integer> vlans = new ArrayList<>();
    int etherType = UNTOLD;
    boolean ethernet;
    int frameLength = UNTOLD;

    @Nullable IpAddress source;

    @Nullable IpAddress destination;

    int protocol = UNTOLD;
    boolean networkOptions;
    int ttl = UNTOLD;
    int trafficClass = UNTOLD;
    long identification = UNTOLD;
    int dontFragment = UNTOLD;
    int moreFragments = UNTOLD;
    int fragmentOffset = UNTOLD;
    int ipLength = UNTOLD;

    int sourcePort = UNTOLD;
    int destinationPort = UNTOLD;
    int payloadLength = UNTOLD;
    int flags = UNTOLD;
    long sequence = UNTOLD;
    long acknowledgement = UNTOLD;
    int window = UNTOLD;
    boolean optionsTold;
    int optionBytes = UNTOLD;
    int segmentSize = UNTOLD;
    int windowScale = UNTOLD;
    boolean sackPermitted;
    long timestamp = UNTOLD;
    long timestampEcho = UNTOLD;
    final List<Sack> sacks = new ArrayList<>();

    int icmpType = UNTOLD;
    int icmpCode = UNTOLD;
    int icmpIdentifier = UNTOLD;
    int icmpSequence = UNTOLD;
    long nextHopMtu = UNTOLD;

    @Nullable IpAddress target;

    int arpOperation = UNTOLD;
    long senderMac = UNTOLD;
    long targetMac = UNTOLD;

    @Nullable PacketSketch inner;

    byte[] innerPrefix = {};
    int innerGap;
    byte[] payload = {};
    byte @Nullable [] network;
    byte @Nullable [] real;
    int realLength;
    LinkType realLinkType = LinkType.ETHERNET;

    ToldFields(long line, long lineOffset) {
        this.line = line;
        this.lineOffset = lineOffset;
    }
}
