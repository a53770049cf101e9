package dev.wirewalk.command.path;

import dev.wirewalk.command.path.TermCrossing.Image;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Transport;
import dev.wirewalk.topology.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of a port across a device: a source translation may give the client any other one. */
final class PortCrossing {
    private final String device;
    private final List<Translation.Source> sources;
    private final List<Translation.Destination> destinations;
    private final Roles roles;

    PortCrossing(
            String device, List<Translation.Source> sources, List<Translation.Destination> destinations, Roles roles) {
        this.device = device;
        this.sources = sources;
        this.destinations = destinations;
        this.roles = roles;
    }

    Image of(Filter.Port term, boolean wanted) {
        return wanted ? select(term) : leaveOut(term);
    }

    private Image select(Filter.Port term) {
        boolean clients = !sources.isEmpty() && !isServers(term);
        List<Filter> all = new ArrayList<>(List.of(term));
        if (clients) {
            List<int[]> ranges = ranges();
            if (ranges.size() < sources.size()) {
                return Image.wider(anyPort(term.transport()), anyPortOfClients(term));
            }
            ranges.forEach(range -> all.add(new Filter.Port(term.transport(), term.side(), range[0], range[1])));
        }
        newPorts(term).forEach(port -> all.add(new Filter.Port(term.transport(), term.side(), port, port)));
        Optional<String> reason = clients || clientsMayTakeIt(term)
                ? Optional.of(anyPortOfClients(term))
                : Optional.of(newPort()).filter(_ -> all.size() > 1 || serversMayTakeIt(term));
        return new Image(Carried.either(all), reason);
    }

    private Image leaveOut(Filter.Port term) {
        Filter not = new Filter.Not(term);
        if (clientsMayTakeIt(term) || serversMayTakeIt(term)) {
            return Image.wider(Filter.ANY, clientsMayTakeIt(term) ? anyPortOfClients(term) : newPort());
        }
        if (!sources.isEmpty()) {
            return Image.wider(not, anyPortOfClients(term));
        }
        return newPorts(term).isEmpty() ? Image.exact(not) : Image.wider(not, newPort());
    }

    /** Whether the source translation can give a client one of the term's ports. */
    private boolean clientsMayTakeIt(Filter.Port term) {
        List<int[]> ranges = ranges();
        return ranges.size() < sources.size()
                || ranges.stream().anyMatch(range -> range[0] <= term.high() && term.low() <= range[1]);
    }

    private boolean serversMayTakeIt(Filter.Port term) {
        return destinations.stream()
                .anyMatch(destination -> destination.toPort().stream().anyMatch(port -> inside(term, port))
                        && destination.port().stream().noneMatch(port -> inside(term, port)));
    }

    /** The ports that the destination translations give for one of the term's. */
    private List<Integer> newPorts(Filter.Port term) {
        return destinations.stream()
                .filter(destination -> destination.port().isEmpty()
                        || inside(term, destination.port().getAsInt()))
                .flatMap(destination -> destination.toPort().stream().boxed())
                .filter(port -> !inside(term, port))
                .distinct()
                .toList();
    }

    private static boolean inside(Filter.Port term, int port) {
        return term.low() <= port && port <= term.high();
    }

    /** The declared ranges; fewer than there are translations when one of them declares none. */
    private List<int[]> ranges() {
        List<int[]> ranges = new ArrayList<>();
        for (Translation.Source source : sources) {
            source.ports().ifPresent(text -> {
                String[] ends = text.split("-");
                int low = Integer.parseInt(ends[0]);
                int high = Integer.parseInt(ends[ends.length - 1]);
                if (low <= high && high <= 65535) {
                    ranges.add(new int[] {low, high});
                }
            });
        }
        return ranges;
    }

    private static Filter anyPort(Transport transport) {
        return switch (transport) {
            case ANY ->
                Carried.either(List.of(
                        new Filter.Protocol(Families.BOTH, Transport.TCP.number()),
                        new Filter.Protocol(Families.BOTH, Transport.UDP.number()),
                        new Filter.Protocol(Families.BOTH, Transport.SCTP.number())));
            case TCP, UDP, SCTP -> new Filter.Protocol(Families.BOTH, transport.number());
        };
    }

    private boolean isServers(Filter.Port term) {
        return term.single() && roles.isServerPort(term.low());
    }

    private String anyPortOfClients(Filter.Port term) {
        if (isServers(term)) {
            boolean told = ranges().size() == sources.size();
            return "Behind " + device + " a client may be given this port as well"
                    + (told ? "." : "; a range of ports under nat that does not hold it rules that out.");
        }
        return "Behind " + device
                + " a client may have another port. When this is the server's port, say so: flow, port,"
                + " in the path file; a range of ports under nat keeps the filter narrow, too.";
    }

    private String newPort() {
        return "Behind " + device + " the destination's port is another one, which others may use as well.";
    }
}
