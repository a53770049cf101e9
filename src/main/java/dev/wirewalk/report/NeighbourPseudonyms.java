package dev.wirewalk.report;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.MacAddress;

/** Replaces the addresses in the messages of ARP and neighbour discovery. */
final class NeighbourPseudonyms {
    /** Hardware type, protocol, and lengths of ARP for IPv4 over Ethernet (RFC 826). */
    private static final long ARP_FOR_IPV4 = 0x0001_0800_0604L;

    private static final int SOURCE_OPTION = 1;
    private static final int TARGET_OPTION = 2;

    private final Pseudonyms pseudonyms;
    private final PacketBytes bytes;

    NeighbourPseudonyms(Pseudonyms pseudonyms, PacketBytes bytes) {
        this.pseudonyms = pseudonyms;
        this.bytes = bytes;
    }

    boolean arp(int at) {
        if (bytes.number(at, 6) != ARP_FOR_IPV4) {
            return false;
        }
        for (int who = at + 8; who <= at + 18; who += 10) {
            mac(who);
            bytes.put(
                    who + 6,
                    4,
                    pseudonyms.of(IpAddress.v4(bytes.number(who + 6, 4))).low());
        }
        return true;
    }

    /** The target, and the options with hardware addresses; other options become padding of zeros. */
    void discovery(int at) {
        address6(at + 8);
        int option = at + 24;
        while (bytes.one(option + 1) > 0) {
            int kind = bytes.one(option);
            int length = 8 * bytes.one(option + 1);
            if ((kind == SOURCE_OPTION || kind == TARGET_OPTION) && length == 8) {
                mac(option + 2);
            } else {
                for (int i = option + 2; i < option + length; i++) {
                    bytes.put(i, 1, 0);
                }
            }
            option += length;
        }
    }

    void address6(int at) {
        IpAddress other = pseudonyms.of(IpAddress.v6(bytes.number(at, 8), bytes.number(at + 8, 8)));
        bytes.put(at, 8, other.high());
        bytes.put(at + 8, 8, other.low());
    }

    private void mac(int at) {
        bytes.put(at, 6, pseudonyms.of(new MacAddress(bytes.number(at, 6))).bits());
    }
}
