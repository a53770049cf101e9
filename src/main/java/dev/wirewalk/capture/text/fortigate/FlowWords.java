package dev.wirewalk.capture.text.fortigate;

import dev.wirewalk.capture.TextEvent.Kind;
import java.util.List;
import java.util.Locale;

/**
 * What a message of the flow trace is about. The words are those of FortiOS 4.3 to 7.6 as its handbook and traces show them; a
 * message that is not known by its beginning is a drop when it says so in plain words.
 */
final class FlowWords {
    /** Words that tell a drop wherever they stand, but in the tables of the policy engine. */
    private static final List<String> DROPPED = List.of(
            "denied",
            "blocked",
            "no session matched",
            "run out of",
            "exhausted",
            "check fail",
            "failed to ",
            "no matching ipsec selector",
            "is not ready yet",
            "sa not found",
            "quarantine",
            "ttl is 0",
            "ttl expire",
            "df set, need fragment",
            "no route to");

    private record Beginning(String text, Kind kind) {}

    private static final List<Beginning> BEGINNINGS = List.of(
            new Beginning("allocate a new session", Kind.SESSION),
            new Beginning("find an existing session", Kind.SESSION),
            new Beginning("enter fast path", Kind.SESSION),
            new Beginning("find a route", Kind.ROUTE),
            new Beginning("match policy routing", Kind.ROUTE),
            new Beginning("send out via dev", Kind.ROUTE),
            new Beginning("find snat", Kind.NAT),
            new Beginning("find dnat", Kind.NAT),
            new Beginning("vip-", Kind.NAT),
            new Beginning("dnat ", Kind.NAT),
            new Beginning("snat ", Kind.NAT),
            new Beginning("nat46", Kind.NAT),
            new Beginning("nat64", Kind.NAT),
            new Beginning("allowed by ", Kind.POLICY),
            new Beginning("trying to offload", Kind.OFFLOAD),
            new Beginning("npu session", Kind.OFFLOAD),
            new Beginning("send to ips", Kind.INSPECT),
            new Beginning("send to application layer", Kind.INSPECT),
            new Beginning("send to av", Kind.INSPECT),
            new Beginning("run helper", Kind.INSPECT),
            new Beginning("enter ipsec", Kind.VPN),
            new Beginning("output to ipsec", Kind.VPN),
            new Beginning("ipsec ", Kind.VPN),
            new Beginning("encrypted", Kind.VPN),
            new Beginning("send to ", Kind.VPN),
            new Beginning("state=", Kind.NOTE),
            new Beginning("auxiliary ses", Kind.NOTE));

    private FlowWords() {}

    static Kind kind(FlowRecord record) {
        String text = record.text().toLowerCase(Locale.ROOT);
        if (ofPolicyTable(record.function(), text)) {
            return Kind.NOTE;
        }
        boolean offload = text.contains("offload");
        if (!offload && (saysDrop(text) || DROPPED.stream().anyMatch(text::contains))) {
            return Kind.DROP;
        }
        for (Beginning beginning : BEGINNINGS) {
            if (text.startsWith(beginning.text)) {
                return beginning.kind;
            }
        }
        if (offload) {
            return Kind.OFFLOAD;
        }
        if (text.contains("unreachable") || text.contains("send reset") || text.contains("tcp reset")) {
            return Kind.REJECT;
        }
        return text.contains("ipsec") ? Kind.VPN : Kind.NOTE;
    }

    /**
     * The tables that {@code show iprope enable} prints on the way to a verdict. What they say of accepting and dropping holds for one
     * table; the verdict is a message of its own, of the function that asked them.
     */
    private static boolean ofPolicyTable(String function, String text) {
        boolean table = text.startsWith("gnum-")
                || text.startsWith("checked gnum-")
                || text.startsWith("after check:")
                || text.startsWith("in-[")
                || text.startsWith("result: ")
                || text.startsWith("len=")
                || text.startsWith("ret-")
                || (text.startsWith("policy-") && text.contains("is matched"));
        String name = function.startsWith("__") ? function.substring(2) : function;
        return table || (name.startsWith("iprope") && text.contains("act-"));
    }

    /** {@code drop}, {@code dropped}, {@code dropping}: as a word of its own, which {@code act-drop} is not. */
    private static boolean saysDrop(String text) {
        for (int at = text.indexOf("drop"); at >= 0; at = text.indexOf("drop", at + 4)) {
            if (at == 0 || " ,(.:;".indexOf(text.charAt(at - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
