package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PointTrace;
import java.util.Optional;

/** A device, or a stretch between two points in forward order. */
record Place(Optional<String> device, Optional<Segment> segment) {
    static Place at(String device) {
        return new Place(Optional.of(device), Optional.empty());
    }

    static Place between(String from, String to) {
        return new Place(Optional.empty(), Optional.of(new Segment(from, to)));
    }

    /** The stretch from {@code near} to {@code far} as packets of that direction pass it. */
    static Place stretch(Direction direction, String near, String far) {
        return direction == Direction.FORWARD ? between(near, far) : between(far, near);
    }

    /** Where packets of that direction pass from one point to another: inside the device that both are of, else the stretch. */
    static Place passing(Direction direction, PointTrace near, PointTrace far) {
        return near.device().equals(far.device()) ? at(near.device()) : stretch(direction, near.name(), far.name());
    }

    String words() {
        return device.map(name -> "at " + name)
                .orElseGet(() -> segment.map(found -> "between " + found.from() + " and " + found.to())
                        .orElse("nowhere"));
    }
}
