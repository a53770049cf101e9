package dev.wirewalk.capture.text.junos;

import dev.wirewalk.capture.TextEvent.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a line of the trace is about, by its words, as traces and the vendor's articles show them; most lines are internals. */
final class TraceWords {
    private record Words(Kind kind, List<String> any) {
        Words(Kind kind, String... any) {
            this(kind, List.of(any));
        }
    }

    /** The first that fits counts. */
    private static final List<Words> KNOWN = List.of(
            new Words(Kind.NOTE, "no-xlate"),
            new Words(
                    Kind.DROP,
                    "packet dropped",
                    "pkt dropped",
                    "dropping pkt",
                    "dropping packet",
                    "drop the packet",
                    "denied by policy",
                    "packet is dropped",
                    "failed to find route",
                    "no route to",
                    "flow_process_pkt rc 0x7"),
            new Words(Kind.REJECT, "send tcp reset", "sending reset", "send rst", "unreachable"),
            new Words(Kind.NAT, "xlate: ", "nat_src_xlated", "src nat ", "dst nat ", "pat port"),
            new Words(
                    Kind.POLICY,
                    "policy search from",
                    "permitted by policy",
                    "policy lkup",
                    "policy id",
                    "app-firewall"),
            new Words(Kind.ROUTE, "routed (", "next-hop:", "route lookup", "reverse route", "route-lookup"),
            new Words(Kind.VPN, "ipsec", "going into tunnel", "tunnel_entry", "encrypt", "decrypt"),
            new Words(
                    Kind.SESSION,
                    "no session found",
                    "found: session id",
                    "flow session id",
                    "existing session found",
                    "session id",
                    "create session",
                    "create_session",
                    "install_session",
                    "fast path"),
            new Words(Kind.ARP, "arp "),
            new Words(Kind.INSPECT, "alg ", "idp", "utm", "screen"));

    private TraceWords() {}

    static Optional<Kind> kind(String text) {
        String low = text.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(words -> words.any.stream().anyMatch(low::contains))
                .map(words -> words.kind)
                .findFirst();
    }
}
