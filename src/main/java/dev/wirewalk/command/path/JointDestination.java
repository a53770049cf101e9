package dev.wirewalk.command.path;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.topology.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A destination that is translated by address and port together. A conjunction that asks for both has both replaced; term by
 * term each would have to stay beside its replacement.
 */
final class JointDestination {
    private final List<Translation.Destination> destinations;
    private final Roles roles;

    JointDestination(List<Translation.Destination> destinations, Roles roles) {
        this.destinations = destinations.stream()
                .filter(destination -> destination.port().isPresent())
                .toList();
        this.roles = roles;
    }

    /**
     * @param replaced as they read behind the translation
     * @param rest the other parts, as they were
     */
    record Result(List<Filter> replaced, List<Filter> rest) {}

    Result translate(List<Filter> parts) {
        for (Translation.Destination destination : destinations) {
            Optional<Filter.Host> host = host(parts, destination.address());
            Optional<Filter.Port> port = port(parts, destination.port().getAsInt());
            if (host.isPresent() && port.isPresent()) {
                return replaced(parts, host.get(), port.get(), destination);
            }
        }
        return new Result(List.of(), parts);
    }

    private Optional<Filter.Host> host(List<Filter> parts, IpAddress address) {
        return parts.stream()
                .flatMap(part -> part instanceof Filter.Host host
                        ? Optional.of(host).stream()
                        : Optional.<Filter.Host>empty().stream())
                .filter(host -> host.address().equals(address) && roles.of(address) == Roles.End.SERVER)
                .findFirst();
    }

    private Optional<Filter.Port> port(List<Filter> parts, int number) {
        return parts.stream()
                .flatMap(part -> part instanceof Filter.Port port
                        ? Optional.of(port).stream()
                        : Optional.<Filter.Port>empty().stream())
                .filter(port -> port.single() && port.low() == number && roles.isServerPort(number))
                .findFirst();
    }

    private static Result replaced(
            List<Filter> parts, Filter.Host host, Filter.Port port, Translation.Destination destination) {
        OptionalInt to = destination.toPort().isPresent() ? destination.toPort() : destination.port();
        Filter newHost = new Filter.Host(host.side(), destination.to());
        Filter newPort = new Filter.Port(port.transport(), port.side(), to.getAsInt(), to.getAsInt());
        List<Filter> rest = new ArrayList<>(parts);
        rest.removeIf(part -> part.equals(host) || part.equals(port));
        return new Result(List.of(newHost, newPort), rest);
    }
}
