package dev.wirewalk.match;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.packet.Innermost;
import dev.wirewalk.packet.IpView;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.topology.FlowHint;
import java.util.Optional;

/**
 * Which of the packets in a frame is the flow's: where a part of the path is a tunnel, the one inside, as the ends of the connection
 * see it; the tunnel's own packet only when the tunnel itself is the flow that was asked for.
 */
final class FlowLayer {
    private final Optional<FlowHint> told;
    private final Innermost innermost = new Innermost();

    FlowLayer(Optional<FlowHint> told) {
        this.told = told;
    }

    /** Valid until the next call. */
    PacketView of(PacketView outer) {
        return told.isPresent() && between(told.get(), outer.ip()) ? outer : innermost.of(outer);
    }

    private static boolean between(FlowHint flow, IpView ip) {
        return ip.present() && (from(flow.client(), flow.server(), ip) || from(flow.server(), flow.client(), ip));
    }

    private static boolean from(IpAddress source, IpAddress destination, IpView ip) {
        return ip.sourceLow() == source.low()
                && ip.sourceHigh() == source.high()
                && ip.destinationLow() == destination.low()
                && ip.destinationHigh() == destination.high();
    }
}
