package dev.wirewalk.capture.text;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.packet.LinkType;

/**
 * Lays out the bytes that a sketched packet had on the wire, as far as they were told, and the mask that says which bits
 * those are. Bytes that only give the packet its shape (version, header lengths) are set without being told.
 */
final class SketchLayout extends ToldOctets {
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int SCTP = 132;

    /** Of the packet on the wire, as far as it is known; at least {@link #length}. */
    int wireLength;

    LinkType linkType = LinkType.ETHERNET;

    /** Behind the transport header; behind the first 8 bytes of ICMP, of which some messages have more. */
    private int payloadBegin;

    void lay(PacketSketch sketch) {
        length = 0;
        payloadBegin = 0;
        byte[] real = sketch.real;
        if (real != null) {
            raw(real);
            linkType = sketch.realLinkType;
            wireLength = Math.max(length, sketch.realLength);
            return;
        }
        layLink(sketch);
        int network = length;
        layNetwork(sketch);
        byte[] dump = sketch.network;
        int told = dump != null
                ? network + lengthIn(dump)
                : sketch.arpOperation >= 0 ? length : network + ipLength(sketch, network);
        wireLength = Math.max(length, Math.max(told, sketch.frameLength));
        if (dump == null) {
            setLengths(sketch, network);
        }
    }

    private void layLink(PacketSketch sketch) {
        boolean shown = sketch.ethernet
                || sketch.sourceMac >= 0
                || sketch.destinationMac >= 0
                || !sketch.vlans.isEmpty()
                || sketch.arpOperation >= 0
                || etherType(sketch) != 0x0800 && etherType(sketch) != 0x86DD;
        linkType = shown ? LinkType.ETHERNET : LinkType.RAW;
        if (!shown) {
            return;
        }
        number(sketch.destinationMac, 6);
        number(sketch.sourceMac, 6);
        for (int vlan : sketch.vlans) {
            number(0x8100, 2);
            bits(vlan, 2, 0x0FFF);
        }
        number(etherType(sketch), 2);
    }

    private static int etherType(PacketSketch sketch) {
        if (sketch.arpOperation >= 0) {
            return 0x0806;
        }
        byte[] dump = sketch.network;
        if (dump != null && dump.length > 0 && sketch.etherType < 0) {
            return dump[0] >> 4 == 4 ? 0x0800 : dump[0] >> 4 == 6 ? 0x86DD : -1;
        }
        IpAddress source = sketch.source;
        return source == null ? sketch.etherType : source.version().bits() == 32 ? 0x0800 : 0x86DD;
    }

    /** The length of an IP packet by its own header; else as many bytes as there are. */
    private static int lengthIn(byte[] dump) {
        int version = dump.length < 20 ? 0 : dump[0] >> 4;
        int at = version == 4 ? 2 : 4;
        return version == 4 || version == 6
                ? ((dump[at] & 0xFF) << 8) + (dump[at + 1] & 0xFF) + (version == 4 ? 0 : 40)
                : dump.length;
    }

    private void layNetwork(PacketSketch sketch) {
        IpAddress source = sketch.source;
        IpAddress destination = sketch.destination;
        byte[] dump = sketch.network;
        if (dump != null) {
            raw(dump);
        } else if (sketch.arpOperation >= 0) {
            layArp(sketch);
        } else if (source != null && destination != null) {
            if (source.version().bits() == 32) {
                layIpv4(sketch, source, destination);
            } else {
                layIpv6(sketch, source, destination);
            }
            layTransport(sketch, source.version().bits() == 128);
        } else {
            layInside(sketch);
        }
    }

    private void layArp(PacketSketch sketch) {
        number(0x0001_0800_0604L, 6);
        number(sketch.arpOperation, 2);
        number(sketch.senderMac, 6);
        number(sketch.source == null ? -1 : sketch.source.low(), 4);
        number(sketch.arpOperation == 1 && sketch.targetMac < 0 ? 0 : sketch.targetMac, 6);
        number(sketch.target == null ? -1 : sketch.target.low(), 4);
    }

    private void layIpv4(PacketSketch sketch, IpAddress source, IpAddress destination) {
        int options = networkOptions(sketch);
        shape(0x45 + options / 4, 1);
        number(sketch.trafficClass, 1);
        number(-1, 2); // the length, set once it is known
        number(sketch.identification, 2);
        int flagsTold = (sketch.dontFragment >= 0 ? 0x4000 : 0)
                | (sketch.moreFragments >= 0 ? 0x2000 : 0)
                | (sketch.fragmentOffset >= 0 ? 0x1FFF : 0);
        int flags = (sketch.dontFragment > 0 ? 0x4000 : 0)
                | (sketch.moreFragments > 0 ? 0x2000 : 0)
                | Math.max(0, sketch.fragmentOffset) / 8;
        bits(flags, 2, flagsTold);
        number(sketch.ttl, 1);
        number(protocol(sketch, false), 1);
        number(-1, 2);
        number(source.low(), 4);
        number(destination.low(), 4);
        shape(0, options);
    }

    /** How long the options of IPv4 are, by what is left of the packet's length. */
    private static int networkOptions(PacketSketch sketch) {
        int transport = sketch.icmpType >= 0 || sketch.protocol == UDP
                ? 8
                : sketch.protocol == TCP && sketch.optionBytes >= 0 ? 20 + sketch.optionBytes : -1;
        if (!sketch.networkOptions || sketch.ipLength < 0 || sketch.payloadLength < 0 || transport < 0) {
            return 0;
        }
        int left = sketch.ipLength - 20 - transport - sketch.payloadLength;
        return left > 0 && left <= 40 && left % 4 == 0 ? left : 0;
    }

    private void layIpv6(PacketSketch sketch, IpAddress source, IpAddress destination) {
        boolean fragment = sketch.moreFragments > 0 || sketch.fragmentOffset > 0;
        bits(6 << 28 | Math.max(0, sketch.trafficClass) << 20, 4, sketch.trafficClass < 0 ? 0 : 0x0FF0_0000);
        number(-1, 2);
        number(fragment ? 44 : protocol(sketch, true), 1);
        number(sketch.ttl, 1);
        number(source.high(), 8);
        number(source.low(), 8);
        number(destination.high(), 8);
        number(destination.low(), 8);
        if (fragment) {
            number(protocol(sketch, true), 1);
            number(0, 1);
            number(Math.max(0, sketch.fragmentOffset) | Math.max(0, sketch.moreFragments), 2);
            number(sketch.identification, 4);
        }
    }

    private static int protocol(PacketSketch sketch, boolean version6) {
        return sketch.icmpType >= 0 ? (version6 ? 58 : 1) : sketch.protocol;
    }

    private void layTransport(PacketSketch sketch, boolean version6) {
        payloadBegin = length;
        if (sketch.fragmentOffset > 0) {
            return;
        }
        if (sketch.icmpType >= 0) {
            layIcmp(sketch);
            layInside(sketch);
            return;
        }
        if (hasPorts(sketch) && sketch.protocol == TCP) {
            SegmentLayout.lay(sketch, this);
        } else if (hasPorts(sketch) && (sketch.protocol == UDP || sketch.protocol == SCTP)) {
            number(sketch.sourcePort, 2);
            number(sketch.destinationPort, 2);
            boolean whole = sketch.protocol == UDP && sketch.payloadLength >= 0;
            number(whole ? sketch.payloadLength + 8 : -1, 2);
            shape(0, sketch.protocol == UDP ? 2 : 6);
        }
        payloadBegin = length;
        layInside(sketch);
    }

    private static boolean hasPorts(PacketSketch sketch) {
        return sketch.sourcePort >= 0 || sketch.destinationPort >= 0;
    }

    private void layInside(PacketSketch sketch) {
        raw(sketch.innerPrefix);
        shape(0, sketch.innerGap);
        PacketSketch inner = sketch.inner;
        if (inner != null) {
            layInner(inner);
        }
        raw(sketch.payload);
    }

    /** The packet inside begins with its own link header when its hardware addresses were told. */
    private void layInner(PacketSketch inner) {
        SketchLayout nested = new SketchLayout();
        nested.lay(inner);
        append(nested);
    }

    private void layIcmp(PacketSketch sketch) {
        number(sketch.icmpType, 1);
        number(sketch.icmpCode, 1);
        number(-1, 2);
        if (sketch.icmpIdentifier >= 0) {
            number(sketch.icmpIdentifier, 2);
            number(sketch.icmpSequence, 2);
        } else {
            number(sketch.nextHopMtu, 4);
        }
        payloadBegin = length;
        IpAddress target = sketch.target;
        if (target != null && target.version().bits() == 128) {
            number(target.high(), 8);
            number(target.low(), 8);
            if (sketch.targetMac >= 0) {
                number(sketch.icmpType == 135 ? 1 : 2, 1);
                number(1, 1);
                number(sketch.targetMac, 6);
            }
        }
    }

    /** The length of the IP packet, if it was told in one way or another; else what is laid out. */
    private int ipLength(PacketSketch sketch, int network) {
        if (sketch.ipLength >= 0) {
            return sketch.ipLength;
        }
        return sketch.payloadLength >= 0 ? payloadBegin - network + sketch.payloadLength : length - network;
    }

    private void setLengths(PacketSketch sketch, int network) {
        IpAddress source = sketch.source;
        boolean known = sketch.ipLength >= 0 || sketch.payloadLength >= 0;
        if (source == null || sketch.arpOperation >= 0 || !known) {
            return;
        }
        int total = ipLength(sketch, network);
        boolean version4 = source.version().bits() == 32;
        int at = network + (version4 ? 2 : 4);
        int value = Math.min(0xFFFF, version4 ? total : Math.max(0, total - 40));
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
        mask[at] = -1;
        mask[at + 1] = -1;
    }
}
