package dev.wirewalk.command.path;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.topology.Translation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the devices between the client and a point have made of addresses and ports, as one translation: rules are in the
 * addresses that the client uses, so that nothing is concluded from an address that only came up on the way.
 *
 * @param devices that were passed, in order
 * @param sources of which each client's end of their IP version has got one
 * @param destinations of which a server's end may have got one
 */
record PassedNat(List<String> devices, List<Translation.Source> sources, List<Translation.Destination> destinations) {
    static final PassedNat NONE = new PassedNat(List.of(), List.of(), List.of());

    PassedNat {
        devices = List.copyOf(devices);
        sources = List.copyOf(sources);
        destinations = List.copyOf(destinations);
    }

    /** The same behind one more device. */
    PassedNat behind(String device, List<Translation> translations) {
        List<String> passed = new ArrayList<>(devices);
        if (!translations.isEmpty() || devices.isEmpty()) {
            passed.add(device);
        }
        return new PassedNat(passed, sourcesBehind(translations), destinationsBehind(translations));
    }

    /** The devices in a sentence. */
    String place() {
        return String.join(" and ", devices.stream().distinct().toList());
    }

    private List<Translation.Source> sourcesBehind(List<Translation> translations) {
        List<Translation.Source> last =
                translations.stream().flatMap(nat -> nat.source().stream()).toList();
        List<IpVersion> replaced =
                last.stream().map(source -> source.to().version()).toList();
        List<Translation.Source> behind = new ArrayList<>(sources);
        behind.removeIf(source -> replaced.contains(source.to().version()));
        behind.addAll(last);
        return behind;
    }

    private List<Translation.Destination> destinationsBehind(List<Translation> translations) {
        List<Translation.Destination> own =
                translations.stream().flatMap(nat -> nat.destination().stream()).toList();
        LinkedHashSet<Translation.Destination> behind = new LinkedHashSet<>();
        for (Translation.Destination rule : destinations) {
            boolean goesOn = true;
            for (Translation.Destination next : own) {
                if (!rule.to().equals(next.address())) {
                    continue;
                }
                OptionalInt port = rule.toPort().isPresent() ? rule.toPort() : rule.port();
                boolean unknown = port.isEmpty() && next.port().isPresent();
                if (unknown || next.port().isEmpty() || next.port().equals(port)) {
                    behind.add(new Translation.Destination(
                            rule.address(),
                            unknown ? next.port() : rule.port(),
                            next.to(),
                            next.toPort().isPresent() ? next.toPort() : rule.toPort()));
                    goesOn &= unknown;
                }
            }
            if (goesOn) {
                behind.add(rule);
            }
        }
        behind.addAll(own);
        return List.copyOf(behind);
    }
}
