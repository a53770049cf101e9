package dev.wirewalk.command.path;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Side;
import dev.wirewalk.topology.Translation;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of one term across a device. Each packet has a client's end and a server's end, either of which may be its
 * source: the source translation gives all clients' ends the same address, the destination translation replaces one server's.
 */
final class TermCrossing {
    private final String device;
    private final List<Translation.Source> sources;
    private final List<Translation.Destination> destinations;
    private final Roles roles;
    private final PortCrossing ports;

    TermCrossing(PassedNat nat, Roles roles) {
        device = nat.place();
        sources = nat.sources();
        destinations = nat.destinations();
        this.roles = roles;
        ports = new PortCrossing(device, sources, destinations, roles);
    }

    /**
     * @param filter selects every packet behind the device for which the term, or its negation, held before it
     * @param reason why it selects more; empty when it does not
     */
    record Image(Filter filter, Optional<String> reason) {
        static Image exact(Filter filter) {
            return new Image(filter, Optional.empty());
        }

        static Image wider(Filter filter, String reason) {
            return new Image(filter, Optional.of(reason));
        }
    }

    Image of(Filter.Term term, boolean wanted) {
        return switch (term) {
            case Filter.Host(var side, var address) -> addresses(term, side, IpPrefix.of(address), wanted);
            case Filter.Net(var side, var prefix) -> addresses(term, side, prefix, wanted);
            case Filter.Port port -> ports.of(port, wanted);
            case Filter.Opaque opaque ->
                Image.wider(
                        Filter.ANY,
                        "Behind " + device + " " + opaque.subject()
                                + " may be others, so that they are not asked for.");
            case Filter.Ether _, Filter.Protocol _, Filter.TcpFlags _, Filter.IcmpType _, Filter.IcmpCode _ ->
                Image.exact(wanted ? term : new Filter.Not(term));
        };
    }

    private Image addresses(Filter term, Side side, IpPrefix asked, boolean wanted) {
        List<IpAddress> senders = sources.stream()
                .map(Translation.Source::to)
                .filter(to -> to.version() == asked.version())
                .toList();
        boolean one = asked.length() == asked.version().bits();
        Roles.End end = one ? roles.of(asked.network()) : Roles.End.UNKNOWN;
        return wanted ? select(term, side, asked, senders, end) : leaveOut(term, asked, senders, end);
    }

    private Image select(Filter term, Side side, IpPrefix asked, List<IpAddress> senders, Roles.End end) {
        List<Filter> all = new java.util.ArrayList<>();
        boolean stays = end != Roles.End.CLIENT || senders.isEmpty();
        String reason = "";
        if (end != Roles.End.SERVER) {
            senders.forEach(to -> all.add(new Filter.Host(side, to)));
        }
        if (end != Roles.End.SERVER || senders.stream().anyMatch(asked::contains)) {
            reason = senders.isEmpty() ? "" : behindOne(senders);
        }
        for (Translation.Destination destination : destinations) {
            boolean from = end != Roles.End.CLIENT && asked.contains(destination.address());
            // Even a client's address is that of a server behind the device when a translation leads there.
            boolean to = asked.contains(destination.to());
            if (from && !to) {
                all.add(new Filter.Host(side, destination.to()));
                stays &= end != Roles.End.SERVER || destination.port().isPresent();
            }
            if (from != to && reason.isEmpty()) {
                reason = direct(destination);
            }
        }
        if (stays) {
            all.addFirst(term);
        }
        return new Image(Carried.either(all), Optional.of(reason).filter(text -> !text.isEmpty()));
    }

    private Image leaveOut(Filter term, IpPrefix asked, List<IpAddress> senders, Roles.End end) {
        Filter not = new Filter.Not(term);
        boolean hidden = end != Roles.End.SERVER && !senders.isEmpty();
        // An address that others get here too must not be left out with this one's.
        boolean takesOthers = senders.stream().anyMatch(asked::contains)
                || destinations.stream()
                        .anyMatch(destination ->
                                asked.contains(destination.to()) && !asked.contains(destination.address()));
        if (takesOthers) {
            return Image.wider(
                    Filter.ANY,
                    "Behind " + device + " others have an address of " + asked
                            + " too, so that it cannot be left out.");
        }
        if (hidden) {
            return Image.wider(not, behindOne(senders));
        }
        Optional<Translation.Destination> replaced = destinations.stream()
                .filter(destination -> asked.contains(destination.address()) && end != Roles.End.CLIENT)
                .findFirst();
        return replaced.map(destination -> Image.wider(not, direct(destination)))
                .orElseGet(() -> Image.exact(not));
    }

    private String behindOne(List<IpAddress> senders) {
        String to =
                String.join(" or ", senders.stream().map(IpAddress::toString).toList());
        return "Behind " + device + " all clients have the address " + to
                + ", so that one cannot be told from the others.";
    }

    private String direct(Translation.Destination destination) {
        return "Behind " + device + " packets to " + destination.address() + " go to " + destination.to()
                + ", as do those that are sent there directly.";
    }
}
