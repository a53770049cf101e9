package dev.wirewalk.packet;

/** One packet of every link type, and behind every tag and label. */
final class LinkSamples extends PacketSamples {
    private static final String WLAN_ADDRESSES = "020000000002 020000000003 020000000001";
    private static final String SNAP = "aaaa03 000000";

    LinkSamples() {
        shims();
        linkTypes();
        wireless();
        captureHeaders();
    }

    /** A frame between adapters of a known maker: without a control word, only that tells Wireshark what it is. */
    private static byte[] madeFrame() {
        return Bytes.of("001b21000002 001b21000001 0800").bytes(syn()).toArray();
    }

    private void shims() {
        ethernet("plain", 0x0800, "", syn());
        ethernet("VLAN", 0x8100, "0064 0800", syn());
        ethernet("QinQ", 0x88A8, "0064 8100 00c8 86dd", syn6());
        ethernet("old QinQ", 0x9100, "0064 8100 00c8 0800", syn());
        ethernet("VN-Tag", 0x8926, "00000000 0800", syn());
        ethernet("MPLS", 0x8847, "00064040 00065140", syn());
        ethernet("MPLS in VLAN", 0x8100, "0064 8848 00065140", syn6());
        ethernet("pseudowire", 0x8847, "00065140 00001234", madeFrame());
        ethernet("pseudowire without control word", 0x8847, "00065140", madeFrame());
        ethernet("pseudowire in VLAN", 0x8100, "0064 8847 00065140 00001235", madeFrame());
        ethernet("PPPoE", 0x8864, "1100 0007 002a 0021", syn());
        ethernet("PPPoE in VLAN", 0x8100, "0064 8864 1100 0007 003e 0057", syn6());
        ethernet("SNAP", 8 + 40, SNAP + "0800", syn());
        ethernet("SNAP in VLAN", 0x8100, "0064 0030" + SNAP + "0800", syn());
        ethernet("LLC IP", 3 + 40, "060603", syn());
        ethernet("provider backbone", 0x88E7, "00000001", frame());
        ethernet("TRILL", 0x22F3, "0001 0002 0003", frame());
        ethernet("Ethernet in Ethernet", 0x6558, "", frame());
    }

    private void linkTypes() {
        add("PPP", LinkType.PPP, Bytes.of("ff03 0021").bytes(syn()));
        add("PPP short", LinkType.PPP, Bytes.of("21").bytes(syn()));
        add("PPP MPLS", LinkType.PPP, Bytes.of("ff03 0281 00065140").bytes(syn()));
        add("PPP HDLC", new LinkType(50), Bytes.of("ff03 0057").bytes(syn6()));
        add("PPP router HDLC", new LinkType(50), Bytes.of("0f00 0800").bytes(syn()));
        add("PPP_ETHER", new LinkType(51), Bytes.of("1100 0007 002a 0021").bytes(syn()));
        add("HDLC", new LinkType(104), Bytes.of("0f00 0800").bytes(syn()));
        add("HDLC MPLS", new LinkType(104), Bytes.of("0f00 8847 00065140").bytes(syn()));
        add("Frame Relay", LinkType.FRAME_RELAY, Bytes.of("1841 03 cc").bytes(syn()));
        add(
                "Frame Relay SNAP",
                LinkType.FRAME_RELAY,
                Bytes.of("1841 03 00 80 000000 0800").bytes(syn()));
        add("Frame Relay EtherType", LinkType.FRAME_RELAY, Bytes.of("1841 0800").bytes(syn()));
        add(
                "token ring",
                LinkType.TOKEN_RING,
                Bytes.of("1040 020000000002 020000000001" + SNAP + "0800").bytes(syn()));
        add(
                "token ring routed",
                LinkType.TOKEN_RING,
                Bytes.of("1040 020000000002 820000000001 0630 0011 0020" + SNAP + "0800")
                        .bytes(syn()));
        add(
                "FDDI",
                LinkType.FDDI,
                Bytes.of("50 020000000002 020000000001" + SNAP + "0800").bytes(syn()));
        add("ATM", new LinkType(100), Bytes.of(SNAP + "0800").bytes(syn()));
        add(
                "cooked",
                LinkType.LINUX_COOKED,
                Bytes.of("0004 0001 0006 020000000009 0000 0800").bytes(syn()));
        add(
                "cooked VLAN",
                LinkType.LINUX_COOKED,
                Bytes.of("0000 0001 0006 020000000009 0000 8100 0064 0800").bytes(syn()));
        add(
                "cooked LLC",
                LinkType.LINUX_COOKED,
                Bytes.of("0000 0001 0006 020000000009 0000 0004" + SNAP + "0800")
                        .bytes(syn()));
        add(
                "cooked PPP",
                LinkType.LINUX_COOKED,
                Bytes.of("0000 0200 0000 0000000000000000 0007 0021").bytes(syn()));
        add(
                "cooked raw",
                LinkType.LINUX_COOKED,
                Bytes.of("0000 0207 0000 0000000000000000 86dd").bytes(syn6()));
        add(
                "cooked 2",
                LinkType.LINUX_COOKED_2,
                Bytes.of("0800 0000 00000007 0001 0406 0200000000090000").bytes(syn()));
        add("null", LinkType.NULL, Bytes.of("02000000").bytes(syn()));
        add("null big", LinkType.NULL, Bytes.of("00000002").bytes(syn()));
        add("loop 6", LinkType.LOOP, Bytes.of("00000018").bytes(syn6()));
        add("raw", LinkType.RAW, new Bytes().bytes(syn()));
        add("raw 6", LinkType.RAW, new Bytes().bytes(syn6()));
        add("IPv4", LinkType.IPV4, new Bytes().bytes(syn()));
        add("IPv6", LinkType.IPV6, new Bytes().bytes(syn6()));
        add(
                "FireWire",
                new LinkType(138),
                Bytes.of("0000000000000002 0000000000000001 0800").bytes(syn()));
    }

    private void wireless() {
        add(
                "WLAN",
                LinkType.WLAN,
                Bytes.of("0802 0000" + WLAN_ADDRESSES + "1000" + SNAP + "0800").bytes(syn()));
        add(
                "WLAN to system",
                LinkType.WLAN,
                Bytes.of("0801 0000" + WLAN_ADDRESSES + "1000" + SNAP + "86dd").bytes(syn6()));
        add(
                "WLAN QoS",
                LinkType.WLAN,
                Bytes.of("8802 0000" + WLAN_ADDRESSES + "1000 0000" + SNAP + "0800")
                        .bytes(syn()));
        add(
                "WLAN four addresses",
                LinkType.WLAN,
                Bytes.of("8803 0000" + WLAN_ADDRESSES + "1000 020000000004 0000" + SNAP + "0800")
                        .bytes(syn()));
        add(
                "WLAN aggregate",
                LinkType.WLAN,
                Bytes.of("8802 0000" + WLAN_ADDRESSES + "1000 8000 020000000002 020000000001 0030" + SNAP + "0800")
                        .bytes(syn()));
        add(
                "WLAN encrypted",
                LinkType.WLAN,
                Bytes.of("0842 0000" + WLAN_ADDRESSES + "1000" + SNAP + "0800").bytes(syn()));
        add("WLAN null", LinkType.WLAN, Bytes.of("4801 0000" + WLAN_ADDRESSES + "1000"));
        add(
                "WLAN beacon",
                LinkType.WLAN,
                Bytes.of("8000 0000" + WLAN_ADDRESSES + "1000").zeros(40));
        String data = "0802 0000" + WLAN_ADDRESSES + "1000";
        add(
                "radiotap",
                LinkType.RADIOTAP,
                Bytes.of("0000 0800 00000000" + data + SNAP + "0800").bytes(syn()));
        add(
                "radiotap padded",
                LinkType.RADIOTAP,
                Bytes.of("0000 1100 03000000 0000000000000000 20 8802 0000" + WLAN_ADDRESSES + "1000 0000 0000")
                        .hex(SNAP + "0800")
                        .bytes(syn()));
        add(
                "radiotap extended",
                LinkType.RADIOTAP,
                Bytes.of("0000 0d00 020000a0 00000000 00" + data + SNAP + "0800")
                        .bytes(syn()));
        add(
                "AVS",
                new LinkType(163),
                Bytes.of("80211001 00000040")
                        .zeros(56)
                        .hex(data + SNAP + "0800")
                        .bytes(syn()));
        add(
                "PPI",
                new LinkType(192),
                Bytes.of("0000 0800 69000000" + data + SNAP + "0800").bytes(syn()));
    }

    private void captureHeaders() {
        String rule = "00".repeat(16) + "00000004 ffffffff 00000000 00000000 00000000 00000000 01 000000";
        add(
                "pf log",
                new LinkType(117),
                Bytes.of("3d02 01 00 656d3000").zeros(12).hex(rule).bytes(syn()));
        add(
                "pf log 6",
                new LinkType(117),
                Bytes.of("3d18 00 00 656d3000").zeros(12).hex(rule).bytes(syn6()));
        String prefix = "0800 0a00 64726f70 0800 0400 00000002";
        add(
                "netfilter log",
                new LinkType(239),
                Bytes.of("0200 0000" + prefix + "2c00 0900").bytes(syn()));
        add(
                "netfilter log 6",
                new LinkType(239),
                Bytes.of("0a00 0000" + prefix + "4000 0900").bytes(syn6()));
        add("enc", new LinkType(109), Bytes.of("00000002 00001000 00000000").bytes(syn()));
        add("IPNET", new LinkType(226), Bytes.of("0102 0001 00000028").zeros(16).bytes(syn()));
        add(
                "router Ethernet",
                new LinkType(178),
                Bytes.of("4d4743 80 0004 01020304").bytes(frame()));
        Bytes darwin = Bytes.of("6c000000 01000000 01000000 656e3000").zeros(20).hex("01000000");
        add("PKTAP", new LinkType(258), darwin.zeros(0x6c - 40).bytes(frame()));
    }
}
