package dev.wirewalk.inspection.stream;

/**
 * The data of one packet.
 *
 * @param start position of its first byte in what its side sent; 0 for a datagram
 * @param bytes as far as they are in the capture
 * @param told how many there were on the wire, at least as many
 */
record SentPart(boolean fromClient, long frame, long start, byte[] bytes, int told) {
    long end() {
        return start + bytes.length;
    }
}
