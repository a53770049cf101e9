package dev.wirewalk.diagnosis;

import java.util.Optional;

/** A device, or a stretch between two points in forward order. */
record Place(Optional<String> device, Optional<Segment> segment) {
    static Place at(String device) {
        return new Place(Optional.of(device), Optional.empty());
    }

    static Place between(String from, String to) {
        return new Place(Optional.empty(), Optional.of(new Segment(from, to)));
    }

    String words() {
        return device.map(name -> "at " + name)
                .orElseGet(() -> segment.map(found -> "between " + found.from() + " and " + found.to())
                        .orElse("nowhere"));
    }
}
