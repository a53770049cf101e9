package dev.wirewalk.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of thing makes a device drop a packet, by the words in which devices say so; the first that fits counts. The words are
 * parts of reason codes and messages, in lower case.
 */
enum DropReason {
    TRANSLATION(
            "the translations of the two directions do not fit together, or no address was left to translate to",
            "rpf-check",
            "nat rpf",
            "nat-xlate",
            "xlate-failed",
            "no-xlate",
            "nat-no",
            "run out of ports",
            "run out of nat"),
    SOURCE(
            "by its own routes the device does not expect this source address at the interface (reverse path check)",
            "rpf",
            "reverse path",
            "spoof",
            "reverse route",
            "martian"),
    NEIGHBOUR(
            "the device does not know the hardware address of the next hop",
            "adjacency",
            "arp-",
            "arp ",
            "(arp)",
            "unresolved"),
    ROUTE(
            "the device has no route to the destination",
            "no route",
            "no-route",
            "noroute",
            "find route",
            "missing os route",
            "route lookup failed",
            "unroutable"),
    STATE(
            "the device knows no connection that the packet belongs to: it did not see how that began, or has forgotten it",
            "not-syn",
            "not syn",
            "isn't syn",
            "not sync",
            "no session",
            "no matching session",
            "out of state",
            "state violation",
            "existing connection",
            "previous request",
            "old connection",
            "3whs",
            "rstfin",
            "ct state invalid",
            "ctstate invalid"),
    LIFE("its TTL is used up", "ttl"),
    SIZE("it is too big for the next link", "need frag", "df set", "mtu", "too big"),
    TUNNEL("a tunnel that it belongs to, or should go into, does not take it", "ipsec", "selector", "crypt", "tunnel"),
    LOAD(
            "the device is at a limit",
            "limit",
            "shaper",
            "quota",
            "fully utilized",
            "queue full",
            "exhausted",
            "overload"),
    INSPECTION("an inspection of its contents rejects it", "inspect", "psl", "snort", "ips ", "signature", "parser"),
    POLICY(
            "a rule or policy forbids it",
            "acl",
            "access-list",
            "access-group",
            "rule",
            "polic",
            "denied",
            "deny",
            "block",
            "firewall",
            "filter",
            "reject",
            "-j drop",
            "verdict drop");

    private final String meaning;
    private final List<String> words;

    DropReason(String meaning, String... words) {
        this.meaning = meaning;
        this.words = List.of(words);
    }

    /** Empty for words that say only that there was a drop. */
    static Optional<DropReason> of(String told) {
        String text = told.toLowerCase(Locale.ROOT);
        for (DropReason reason : values()) {
            if (reason.words.stream().anyMatch(text::contains)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    /** In plain words, as the second half of a sentence. */
    String meaning() {
        return meaning;
    }
}
