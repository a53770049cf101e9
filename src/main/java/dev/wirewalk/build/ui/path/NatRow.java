package dev.wirewalk.build.ui.path;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.topology.Translation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A translation as it is being typed.
 *
 * @param kind of the source or of the destination
 * @param address of a destination: what clients use; of a source: empty
 * @param port beside the address; may be empty
 * @param to the address behind the translation
 * @param toPort of a destination: the server's own port; of a source: the ports that senders get, such as 20000-29999
 */
record NatRow(String device, Kind kind, String address, String port, String to, String toPort) {
    private static final Pattern PORTS = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final int LAST_PORT = 65535;

    enum Kind {
        SOURCE,
        DESTINATION
    }

    static NatRow empty(String device, Kind kind) {
        return new NatRow(device, kind, "", "", "", "");
    }

    /** The rows of a translation: one for each side that it changes. */
    static List<NatRow> of(Translation translation) {
        return Stream.concat(
                        translation.source().stream()
                                .map(source -> new NatRow(
                                        translation.device(),
                                        Kind.SOURCE,
                                        "",
                                        "",
                                        source.to().toString(),
                                        source.ports().orElse(""))),
                        translation.destination().stream()
                                .map(destination -> new NatRow(
                                        translation.device(),
                                        Kind.DESTINATION,
                                        destination.address().toString(),
                                        text(destination.port()),
                                        destination.to().toString(),
                                        text(destination.toPort()))))
                .toList();
    }

    private static String text(OptionalInt port) {
        return port.isPresent() ? Integer.toString(port.getAsInt()) : "";
    }

    /** What is wrong, in one sentence; empty when the row is a translation. */
    Optional<String> problem() {
        if (device.isBlank()) {
            return Optional.of("Say which device translates.");
        }
        if (IpAddress.parse(to.strip()).isEmpty()) {
            return Optional.of("The address behind the translation is missing, or no IPv4 or IPv6 address.");
        }
        return switch (kind) {
            case SOURCE ->
                toPort.isBlank() || range(toPort)
                        ? Optional.empty()
                        : Optional.of("Ports are a number or a range such as 20000-29999.");
            case DESTINATION -> destinationProblem();
        };
    }

    private Optional<String> destinationProblem() {
        if (IpAddress.parse(address.strip()).isEmpty()) {
            return Optional.of("The address that clients use is missing, or no IPv4 or IPv6 address.");
        }
        boolean ports = (port.isBlank() || single(port)) && (toPort.isBlank() || single(toPort));
        return ports ? Optional.empty() : Optional.of("A port is a number from 0 to 65535.");
    }

    private static boolean single(String text) {
        return text.strip().matches("\\d{1,5}") && Integer.parseInt(text.strip()) <= LAST_PORT;
    }

    private static boolean range(String text) {
        var matcher = PORTS.matcher(text.strip());
        if (!matcher.matches()) {
            return false;
        }
        int low = Integer.parseInt(matcher.group(1));
        int high = matcher.group(2) == null ? low : Integer.parseInt(matcher.group(2));
        return low <= high && high <= LAST_PORT;
    }

    /** Empty when there is a problem. */
    Optional<Translation> translation() {
        if (problem().isPresent()) {
            return Optional.empty();
        }
        IpAddress target = IpAddress.parse(to.strip()).orElseThrow();
        return Optional.of(
                switch (kind) {
                    case SOURCE ->
                        new Translation(
                                device.strip(),
                                Optional.of(new Translation.Source(
                                        target, Optional.of(toPort.strip()).filter(ports -> !ports.isEmpty()))),
                                Optional.empty());
                    case DESTINATION ->
                        new Translation(
                                device.strip(),
                                Optional.empty(),
                                Optional.of(new Translation.Destination(
                                        IpAddress.parse(address.strip()).orElseThrow(),
                                        number(port),
                                        target,
                                        number(toPort))));
                });
    }

    private static OptionalInt number(String text) {
        return text.isBlank() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.strip()));
    }
}
