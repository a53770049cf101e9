package dev.wirewalk.dialect.lines;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.PacketHeaders;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The answers to the questions of an FTD's trace: one connection, both of its directions. */
final class FtdEvaluator {
    private FtdEvaluator() {}

    static Predicate<PacketHeaders> reading(Run run) {
        if (run.form().equals("everything")) {
            return Fields::isIp;
        }
        if (run.filter().size() != 1) {
            throw new IllegalArgumentException("one connection: " + run);
        }
        String[] answers = run.filter().getFirst().split(", ");
        return packet -> Fields.isIp(packet)
                && (Stream.of(answers)
                                .allMatch(answer -> holds(
                                        answer,
                                        packet,
                                        packet.source(),
                                        packet.sourcePort(),
                                        packet.destination(),
                                        packet.destinationPort()))
                        || Stream.of(answers)
                                .allMatch(answer -> holds(
                                        answer,
                                        packet,
                                        packet.destination(),
                                        packet.destinationPort(),
                                        packet.source(),
                                        packet.sourcePort())));
    }

    private static boolean holds(
            String answer,
            PacketHeaders packet,
            Optional<IpAddress> client,
            int clientPort,
            Optional<IpAddress> server,
            int serverPort) {
        String[] words = answer.split(" ");
        return switch (words[0]) {
            case "protocol" -> packet.protocol() == Fields.protocol(words[1]);
            case "client" -> client.equals(IpAddress.parse(words[1]));
            case "server" -> server.equals(IpAddress.parse(words[1]));
            case "client-port" -> clientPort == Fields.number(words[1], 65535);
            case "server-port" -> serverPort == Fields.number(words[1], 65535);
            default -> throw new IllegalArgumentException(answer);
        };
    }
}
