package dev.wirewalk.flow;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;

/**
 * One end of a conversation.
 *
 * @param port 0 to 65535 of TCP, UDP or SCTP; the identifier of an ICMP echo (the same at both ends); -1 when the packets
 *     have none of these, or when it was cut off
 */
public record Endpoint(IpAddress address, int port) {
    /** {@code 10.0.0.1:80}, {@code [2001:db8::1]:80}, or the address alone when there is no port. */
    @Override
    public String toString() {
        if (port < 0) {
            return address.toString();
        }
        return address.version() == IpVersion.V6 ? "[" + address + "]:" + port : address + ":" + port;
    }
}
