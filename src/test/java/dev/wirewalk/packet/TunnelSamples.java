package dev.wirewalk.packet;

/** One packet of every kind that carries another behind its IP or UDP header, over IPv4 and over IPv6. */
final class TunnelSamples extends PacketSamples {
    TunnelSamples() {
        behindIp();
        gre();
        overUdp();
    }

    private void ip(String name, int protocol, String header, byte[] inner) {
        byte[] carried = Bytes.of(header).bytes(inner).toArray();
        ethernet(
                name,
                0x0800,
                "",
                new Bytes().ipv4(protocol, carried.length).bytes(carried).toArray());
        ethernet(
                name + " over IPv6",
                0x86DD,
                "",
                new Bytes().ipv6(protocol, carried.length).bytes(carried).toArray());
    }

    private void behindIp() {
        ip("IP in IP", 4, "", syn());
        ip("IPv6 in IP", 41, "", syn6());
        ip("IP in IP in IP", 4, "", new Bytes().ipv4(4, 40).bytes(syn()).toArray());
        ip("EtherIP", 97, "3000", frame());
        ip("MPLS in IP", 137, "00065140", syn());
        ip(
                "authenticated",
                51,
                "0604 0000 00000001 00000001 000000000000000000000000",
                new Bytes().tcp(1024, 80, 7, 0, 2, "").toArray());
        ip("authenticated tunnel", 51, "0404 0000 00000001 00000001 000000000000000000000000", syn());
    }

    private void gre() {
        ip("GRE", 47, "0000 0800", syn());
        ip("GRE key, sequence and checksum", 47, "b000 86dd 00000000 00000007 00000001", syn6());
        ip("GRE PPP", 47, "3081 880b 002c 0007 00000001 00000001 ff03 0021", syn());
        ip("GRE PPP without sequence", 47, "2001 880b 002c 0007 21", syn());
        ip("GRE Ethernet", 47, "2000 6558 00000007", frame());
        ip("GRE MPLS", 47, "0000 8847 00065140", syn());
        ip("GRE web cache", 47, "0000 883e", syn());
        ip("GRE web cache 2", 47, "0000 883e 00000000", syn());
        ip("ERSPAN I", 47, "0000 88be", frame());
        ip("ERSPAN II", 47, "1000 88be 00000001 1001 0002 00000003", frame());
        ip("ERSPAN III", 47, "1000 22eb 00000001 2001 0002 00000003 0000 0000", frame());
        ip(
                "ERSPAN III with platform header",
                47,
                "1000 22eb 00000001 2001 0002 00000003 0000 0001 0000000000000000",
                frame());
        ip("GRE routed", 47, "4000 0800 00000000 0800 0004 0a000009 00000000", syn());
        ip("GRE of version 2", 47, "0002 0800", syn());
        ip("GRE service header", 47, "0000 894f 0fc2 0201 00000001", syn());
    }

    private void udp(String name, int port, String header, byte[] inner) {
        byte[] carried = Bytes.of(header).bytes(inner).toArray();
        Bytes udp = new Bytes()
                .u16(40000 + samples().size())
                .u16(port)
                .u16(8 + carried.length)
                .u16(0)
                .bytes(carried);
        ip(name, PacketView.UDP, "", udp.toArray());
    }

    private void overUdp() {
        udp("VXLAN", 4789, "0800 0000 00000700", frame());
        udp("VXLAN port of old Linux", 8472, "0800 0000 00000700", frame());
        udp("VXLAN GPE", 4790, "0c00 0001 00000700", syn());
        udp("VXLAN GPE Ethernet", 4790, "0c00 0003 00000700", frame());
        udp("Geneve", 6081, "0000 6558 00000700", frame());
        udp("Geneve options", 6081, "0200 0800 00000700 0102 0301 00000001", syn());
        udp("GTP-U", 2152, "30ff 0028 00000001", syn());
        udp("GTP-U sequence", 2152, "32ff 002c 00000001 0001 0000", syn());
        udp("GTP-U extension", 2152, "34ff 0030 00000001 0000 00 85 01 0009 00", syn());
        udp("GTP-U echo", 2152, "3201 0004 00000000 0001 0000", new byte[0]);
        udp("L2TP", 1701, "0002 0001 0002 ff03 0021", syn());
        udp("L2TP length", 1701, "4002 0034 0001 0002 ff03 0021", syn());
        udp("L2TP sequence and offset", 1701, "0a02 0001 0002 0000 0000 0002 0000 0021", syn());
        udp("L2TP control", 1701, "c802 000c 0001 0002 0000 0000", new byte[0]);
        udp("Teredo", 3544, "", syn6());
        udp("Teredo origin", 3544, "0000 1234 0a000001", syn6());
        udp("Teredo authentication", 3544, "0001 0000 0000000000000000 00", syn6());
        udp("LISP", 4341, "80000000 00000001", syn());
        udp(
                "AYIYA",
                5072,
                "4152 1129 00000000 20010db8000000000000000000000005 0000000000000000000000000000000000000000",
                syn6());
        udp("MPLS over UDP", 6635, "00065140", syn());
        udp("GRE over UDP", 4754, "0000 0800", syn());
        udp("TZSP", 37008, "0100 0001 0a0101 01", frame());
    }
}
