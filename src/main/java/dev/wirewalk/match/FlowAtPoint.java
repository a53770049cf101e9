package dev.wirewalk.match;

import dev.wirewalk.flow.Conversation;
import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.flow.Traffic;
import dev.wirewalk.topology.FlowProtocol;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One flow at one point, as a first look tells: enough to choose it and to know it again elsewhere.
 *
 * @param connections all conversations between the flow's ends here, oldest first; one at least
 */
record FlowAtPoint(FlowKey key, List<Conversation> connections) {

    /** The time of its first packet, or {@link Long#MIN_VALUE} when no packet has one. */
    long firstNanos() {
        return connections.stream()
                .flatMapToLong(connection -> connection.firstNanos().stream())
                .min()
                .orElse(Long.MIN_VALUE);
    }

    boolean opened() {
        return connections.stream().anyMatch(connection -> both(connection, Traffic::syns) > 0);
    }

    /** The sequence numbers of its SYNs, whoever sent them. */
    Set<Long> openingSequences() {
        return connections.stream().flatMap(FlowAtPoint::openings).collect(Collectors.toSet());
    }

    /** The sequence numbers of this connection's SYNs: one as a rule, two when both ends asked. */
    static Stream<Long> openings(Conversation connection) {
        return LongStream.concat(
                        connection.forward().openingSequence().stream(),
                        connection.backward().openingSequence().stream())
                .boxed();
    }

    /** The digest of the client's first data; 0 when it sent none. */
    long clientDigest() {
        return connections.stream()
                .mapToLong(connection -> fromClient(connection).firstDataDigest())
                .filter(digest -> digest != 0)
                .findFirst()
                .orElse(0);
    }

    /** How badly it fared, 0 for well, as far as counting at one point tells. */
    int trouble() {
        if (key.protocol() != FlowProtocol.TCP) {
            long asked = sum(connection -> fromClient(connection).packets());
            long answered = sum(connection -> fromServer(connection).packets());
            return answered == 0 ? 5 : answered < asked ? 3 : 0;
        }
        boolean answeredData = sum(connection -> fromServer(connection).dataPackets()) > 0;
        if (!answeredData && sum(connection -> both(connection, Traffic::synAcks)) == 0) {
            return 6;
        }
        if (!answeredData && sum(connection -> fromClient(connection).dataPackets()) > 0) {
            return 4;
        }
        return sum(connection -> both(connection, Traffic::resets)) > 0
                ? 3
                : sum(connection -> both(connection, Traffic::repeatedSegments)) > 0 ? 1 : 0;
    }

    private long sum(ToLongFunction<Conversation> count) {
        return connections.stream().mapToLong(count).sum();
    }

    private static long both(Conversation connection, ToLongFunction<Traffic> count) {
        return count.applyAsLong(connection.forward()) + count.applyAsLong(connection.backward());
    }

    private Traffic fromClient(Conversation connection) {
        return begunByClient(connection) ? connection.forward() : connection.backward();
    }

    private Traffic fromServer(Conversation connection) {
        return begunByClient(connection) ? connection.backward() : connection.forward();
    }

    private boolean begunByClient(Conversation connection) {
        return connection.client().equals(new Endpoint(key.client(), key.clientPort()));
    }
}
