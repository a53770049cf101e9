package dev.wirewalk.packet;

/** How one packet carries another. */
public enum Tunnel {
    /** Nothing is carried, or nothing that is read here. */
    NONE("none"),
    /** IPv4 or IPv6 right behind IPv4 or IPv6 (RFC 2003, RFC 2473, RFC 4213). */
    IP_IN_IP("IP in IP"),
    /** RFC 2784, RFC 2890; with PPTP's version 1 (RFC 2637); also over UDP port 4754 (RFC 8086). */
    GRE("GRE"),
    /** A mirrored Ethernet frame, ERSPAN types I, II and III over GRE. */
    ERSPAN("ERSPAN"),
    /** RFC 7348, UDP port 4789, and its generic extension on port 4790. */
    VXLAN("VXLAN"),
    /** RFC 8926, UDP port 6081. */
    GENEVE("Geneve"),
    /** 3GPP TS 29.281, UDP port 2152. */
    GTP_U("GTP-U"),
    /** RFC 2661, UDP port 1701, data messages. */
    L2TP("L2TP"),
    /** IPv6 over UDP port 3544 (RFC 4380). */
    TEREDO("Teredo"),
    /** IPv6 over UDP port 5072 (draft-massar-v6ops-ayiya). */
    AYIYA("AYIYA"),
    /** RFC 9300, UDP port 4341. */
    LISP("LISP"),
    /** IP protocol 137, UDP port 6635, or an Ethernet pseudowire over MPLS labels (RFC 4023, RFC 7510, RFC 4448). */
    MPLS("MPLS"),
    /** An Ethernet frame inside an Ethernet frame (IEEE 802.1ah, TRILL, EtherType 0x6558), or right behind IP (RFC 3378). */
    ETHERNET("Ethernet"),
    /** A sniffed frame sent on by an access point, UDP port 37008. */
    TZSP("TZSP");

    private final String label;

    Tunnel(String label) {
        this.label = label;
    }

    /** The name as it appears in reports. */
    public String label() {
        return label;
    }
}
