package dev.wirewalk.capture.text.checkpoint;

import dev.wirewalk.address.IpAddress;
import java.util.Optional;

/**
 * An address with a port, as Check Point prints them.
 *
 * @param address absent when the text is no address: posters of logs mask them
 * @param port -1 when there is none; in ICMP the type or code
 */
record Endpoint(Optional<IpAddress> address, int port) {
    /** An address alone, or with a port behind it where people typed one. */
    static Endpoint plain(String text) {
        Optional<IpAddress> alone = IpAddress.parse(text);
        return alone.isPresent() ? new Endpoint(alone, -1) : withPort(text);
    }

    /** The port stands behind the last colon, in IPv6 too. */
    static Endpoint withPort(String text) {
        int colon = text.lastIndexOf(':');
        return colon < 0
                ? new Endpoint(IpAddress.parse(text), -1)
                : of(text.substring(0, colon), text.substring(colon + 1));
    }

    static Endpoint of(String address, String port) {
        String bare =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        int number = Decimal.parse(port, 0xFFFF);
        return new Endpoint(number < 0 ? Optional.empty() : IpAddress.parse(bare), number);
    }
}
