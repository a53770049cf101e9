package dev.wirewalk.match;

import dev.wirewalk.address.IpAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * What a message of ARP or neighbour discovery is known by at another point: they look alike, so the n-th at one point is the
 * n-th at another.
 *
 * @param nth from 1
 */
public record NthMessage(boolean request, IpAddress sender, IpAddress target, int nth) {
    /** All that a point heard. */
    public static Map<NthMessage, NeighbourMessage> of(PointTrace trace) {
        Map<NthMessage, NeighbourMessage> messages = new HashMap<>();
        Map<NthMessage, Integer> alike = new HashMap<>();
        for (NeighbourMessage message : trace.neighbours()) {
            NthMessage any = new NthMessage(message.request(), message.sender(), message.target(), 0);
            int nth = alike.merge(any, 1, Integer::sum);
            messages.put(new NthMessage(any.request, any.sender, any.target, nth), message);
        }
        return messages;
    }
}
