package dev.wirewalk.topology;

import java.util.Arrays;
import java.util.Optional;

/** What a flow that can be followed is made of; ICMP stands for echo (ping) over IPv4 and IPv6. */
public enum FlowProtocol {
    TCP,
    UDP,
    ICMP;

    /** The word of the path file. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The protocol of that word. */
    public static Optional<FlowProtocol> of(String word) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.word().equals(word))
                .findFirst();
    }
}
