package dev.wirewalk.capture;

/**
 * What an input says in words: a verdict of a device, a drop reason, a route taken, a comment of whoever captured.
 *
 * @param line the line of a text, from 1; 0 in binary formats
 * @param frame the number of the frame that it speaks of; 0 when it speaks of none
 * @param kind what it is about
 * @param text the words, as they stand there
 */
public record TextEvent(long line, long frame, Kind kind, String text) {
    /** What a remark is about. */
    public enum Kind {
        /** The device threw the packet away. */
        DROP,
        /** A policy, access list or rule was asked, and did not drop the packet. */
        POLICY,
        /** A route or next hop was chosen. */
        ROUTE,
        /** An address or port was, or is to be, translated. */
        NAT,
        /** A session was found, made or closed. */
        SESSION,
        /** A neighbour's hardware address. */
        ARP,
        /** The device answered with a reset or an ICMP error. */
        REJECT,
        /** Encryption, decryption, tunnels. */
        VPN,
        /** Hardware takes over: later packets are not shown. */
        OFFLOAD,
        /** Handed to an inspection. */
        INSPECT,
        /** Anything else that may matter. */
        NOTE;

        /** The word in reports: {@code drop}, {@code policy}, … */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
