package dev.wirewalk.diagnosis;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowKey;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/**
 * A private source address that leaves a box towards a public one: the Internet does not bring answers back to it, so source NAT
 * may belong there. Whether it does is the path's to tell; one that tells neither translations nor addresses does not say.
 */
final class UntoldTranslation {
    /** Addresses that nobody routes in the Internet: RFC 1918, RFC 6598, RFC 4193. */
    private static final List<IpPrefix> PRIVATE = List.of(
            prefix("10.0.0.0", 8),
            prefix("172.16.0.0", 12),
            prefix("192.168.0.0", 16),
            prefix("100.64.0.0", 10),
            prefix("fc00::", 7));

    private UntoldTranslation() {}

    /**
     * The translation that is probably missing where an answer fails; empty when nothing speaks for that.
     *
     * @param seen what the captures show instead of the answer, a sentence without its full stop
     */
    static Optional<Finding> suspicion(Scene scene, String seen) {
        boolean told = !scene.trace().path().nat().isEmpty()
                || scene.points().stream()
                        .anyMatch(point -> !point.point().addresses().isEmpty());
        return told
                ? Optional.empty()
                : leaving(scene)
                        .map(out -> Finding.suspected(
                                Place.at(out.device()),
                                Direction.FORWARD,
                                scene.tcp() ? Stage.SYN : Stage.DATA,
                                Cause.NAT_MISSING,
                                Evidence.of(out.packets(Direction.FORWARD)),
                                seen + ". " + words(out) + "."));
    }

    /** The last point at which a box sends the flow out with a private source to a public destination. */
    private static Optional<PointTrace> leaving(Scene scene) {
        List<PointTrace> way = scene.way(Direction.FORWARD);
        for (int i = way.size() - 1; i > 0; i--) {
            Optional<FlowKey> key = way.get(i).flow();
            if (way.get(i).device().equals(way.get(i - 1).device())
                    && key.isPresent()
                    && !way.get(i).packets(Direction.FORWARD).isEmpty()
                    && isPrivate(key.get().client())
                    && !isPrivate(key.get().server())) {
                return Optional.of(way.get(i));
            }
        }
        return Optional.empty();
    }

    private static String words(PointTrace out) {
        return out.device() + " sends the private source address "
                + out.flow().orElseThrow().client()
                + " out towards a public one. If it should translate it, that is the"
                + " fault: the path tells no translation";
    }

    private static IpPrefix prefix(String network, int length) {
        return new IpPrefix(IpAddress.parse(network).orElseThrow(), length);
    }

    private static boolean isPrivate(IpAddress address) {
        return PRIVATE.stream().anyMatch(prefix -> prefix.contains(address));
    }
}
