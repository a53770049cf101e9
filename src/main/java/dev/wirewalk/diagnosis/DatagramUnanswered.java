package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowKey;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.topology.FlowProtocol;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Datagrams or pings come to the server and nothing comes back from it but an error, or nothing at all. */
final class DatagramUnanswered implements Rule {
    /**
     * Protocols whose requests are always answered (IANA service names): DNS, DHCP, TFTP, Kerberos, NTP, SNMP, QUIC, IKE and its
     * NAT traversal, L2TP, OpenVPN, RADIUS, STUN, SIP, multicast DNS. Syslog, SNMP traps and flow export are not among them.
     */
    private static final Set<Integer> ANSWERING_PORTS =
            Set.of(53, 67, 69, 88, 123, 161, 443, 500, 4500, 1701, 1194, 1812, 1813, 3478, 5060, 5353);

    @Override
    public Optional<Finding> judge(Scene scene) {
        PointTrace server = scene.way(Direction.FORWARD).getLast();
        List<Observation> arrived = server.packets(Direction.FORWARD);
        if (arrived.isEmpty() || scene.seen(Direction.RETURN, Kinds.any())) {
            return Optional.empty();
        }
        return new Rejections(scene)
                .judge(Direction.FORWARD, Stage.DATA, false)
                .or(() -> new WrongHardware(scene)
                        .wrong(Direction.FORWARD, scene.way(Direction.FORWARD).size() - 2, arrived, Stage.DATA))
                .or(() -> new ArpInquiry(scene).judge(Direction.RETURN, 0))
                .or(() -> silent(scene, server, arrived));
    }

    private static Optional<Finding> silent(Scene scene, PointTrace server, List<Observation> arrived) {
        Optional<Finding> unheard = ServerRefuses.unheard(
                scene,
                Evidence.of(arrived),
                Stage.DATA,
                arrived,
                "The request comes to " + server.name() + " and nothing leaves it. Either " + server.device()
                        + " does not answer, or it never took the request in: ");
        if (unheard.isPresent()) {
            return unheard;
        }
        boolean expectsAnswer = scene.protocol() == FlowProtocol.ICMP
                || scene.trace()
                        .flow()
                        .map(FlowKey::serverPort)
                        .filter(ANSWERING_PORTS::contains)
                        .isPresent()
                || repeated(arrived);
        if (!expectsAnswer) {
            return Optional.of(Finding.suspected(
                            Place.at(server.device()),
                            Direction.FORWARD,
                            Stage.DATA,
                            Cause.SERVER_SILENT,
                            Evidence.of(arrived),
                            "The datagrams arrive at " + server.name()
                                    + " and nothing comes back; whether this protocol answers is not known.")
                    .lookingAt(server.name()));
        }
        return Optional.of(Finding.fails(
                Place.at(server.device()),
                Direction.FORWARD,
                Stage.DATA,
                Cause.SERVER_SILENT,
                Evidence.of(arrived),
                "The request arrives at " + server.name() + " and nothing leaves it."));
    }

    /** Who says the same again waits for an answer. */
    private static boolean repeated(List<Observation> arrived) {
        return arrived.stream()
                .anyMatch(packet -> arrived.stream()
                        .anyMatch(
                                other -> other != packet && other.digest() == packet.digest() && packet.digest() != 0));
    }
}
