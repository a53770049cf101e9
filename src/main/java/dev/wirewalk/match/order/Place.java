package dev.wirewalk.match.order;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which frames of a file are those of one point; all empty for the whole file.
 *
 * @param interfaceName the interface as the file names it
 * @param ifindex the interface's number where the file counts them
 * @param position where inside the device, or in which direction at the interface
 * @param vlan the outermost VLAN id; -1 for the untagged frames among tagged ones
 */
record Place(Optional<String> interfaceName, OptionalInt ifindex, Optional<String> position, OptionalInt vlan) {
    static final Place WHOLE = new Place(Optional.empty(), OptionalInt.empty(), Optional.empty(), OptionalInt.empty());

    Place withoutPosition() {
        return new Place(interfaceName, ifindex, Optional.empty(), vlan);
    }

    Place withoutVlan() {
        return new Place(interfaceName, ifindex, position, OptionalInt.empty());
    }

    /** The VLAN id, where these frames have one. */
    OptionalInt tag() {
        return vlan.isPresent() && vlan.getAsInt() >= 0 ? vlan : OptionalInt.empty();
    }

    /** What tells this place from others of the same file, short. */
    String label() {
        StringBuilder label = new StringBuilder();
        if (interfaceName.isPresent()) {
            label.append(interfaceName.get());
        } else {
            ifindex.ifPresent(number -> label.append("if").append(number));
        }
        tag().ifPresent(id -> label.append(label.isEmpty() ? "vlan" : ".").append(id));
        position.ifPresent(where -> label.append(label.isEmpty() ? "" : " ").append(where));
        return label.toString();
    }
}
