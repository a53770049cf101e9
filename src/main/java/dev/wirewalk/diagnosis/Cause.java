package dev.wirewalk.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a flow fails or limps: the words that results use. */
public enum Cause {
    CLIENT_NO_ROUTE,
    ARP_UNANSWERED,
    WRONG_ONLINK,
    WRONG_DST_MAC,
    VLAN_MISMATCH,
    SILENT_DROP,
    ASYMMETRIC_STATE,
    REJECT_RST,
    REJECT_ICMP,
    NO_ROUTE_ICMP,
    ROUTING_LOOP,
    TTL_EXCEEDED,
    NAT_MISSING,
    RST_INJECTED,
    FRAGMENT_DROP,
    MTU_BLACKHOLE,
    LINK_LOSS,
    RANDOM_LOSS,
    REORDERING,
    DUPLICATION,
    SERVER_SILENT,
    SERVER_RST,
    SERVER_OVERLOAD,
    PORT_UNREACHABLE,
    WRONG_INTERFACE,
    PORT_REUSE,
    CLIENT_SLOW,
    SERVER_SLOW,
    SERVER_HANG,
    SERVER_CLOSED_EARLY,
    RESET_MIDSTREAM,
    ZERO_WINDOW,
    HTTP_4XX,
    HTTP_5XX,
    DNS_NXDOMAIN,
    DNS_ERROR;

    /** The word of the result. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
