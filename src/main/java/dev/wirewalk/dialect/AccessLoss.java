package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.Transport;

/** What an access list of the ASA cannot say, and which terms of a filter ask for it. */
enum AccessLoss {
    TCP_FLAGS("Neither an access list nor a match clause looks at TCP flags."),
    OPAQUE("Neither an access list nor a match clause looks at all that the filter names."),
    FRAGMENTS("Neither an access list nor a match clause tells fragments from whole packets."),
    ICMP_CODE("This release takes an ICMP code only behind a type, and only from 9.0(1) on."),
    SCTP_PORTS("Access lists know ports of SCTP only from 9.5(2) on."),
    PROTOCOL_ZERO("Protocol number 0 means every IP protocol in access lists and match clauses.");

    private final String reason;

    AccessLoss(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /** The reason as it is for this term. */
    String reason(Filter.Term term) {
        return this == OPAQUE && term instanceof Filter.Opaque opaque
                ? "Neither an access list nor a match clause looks at " + opaque.subject() + "."
                : reason;
    }

    boolean concerns(Filter.Term term) {
        return switch (term) {
            case Filter.TcpFlags _ -> this == TCP_FLAGS;
            case Filter.Opaque opaque ->
                this == OPAQUE
                        || this == FRAGMENTS && (opaque.canSelect(Network.IPV4) || opaque.canSelect(Network.IPV6));
            case Filter.IcmpCode _ -> this == ICMP_CODE;
            case Filter.Port port ->
                this == SCTP_PORTS && (port.transport() == Transport.ANY || port.transport() == Transport.SCTP);
            case Filter.Protocol protocol ->
                this == PROTOCOL_ZERO && protocol.number() == 0 || this == FRAGMENTS && protocol.number() == 44;
            case Filter.Host _, Filter.Net _, Filter.Ether _, Filter.IcmpType _ -> false;
        };
    }
}
