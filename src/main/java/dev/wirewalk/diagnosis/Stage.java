package dev.wirewalk.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far the flow came. */
public enum Stage {
    /** Address resolution: ARP, or neighbour discovery of IPv6. */
    ARP,
    SYN,
    SYNACK,
    /** The third packet of the handshake. */
    ACK,
    /** Also datagrams and pings with their answers. */
    DATA,
    /** The network did its work; what the ends did with it. */
    APPLICATION;

    /** The word of the result. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
