package dev.wirewalk.match.order;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.TextReading;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.match.FrameSpot;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Splits a file as finely as its frames tell where they were seen; what turns out to be one place is joined again later. */
final class FileViews {
    /** A file with more places than this is a mirror of many links; they are not told apart by it. */
    private static final int MOST = 64;

    /** What a frame tells of its place. */
    private record Spot(Optional<String> device, int number, String name, String position, int vlan) {}

    private final Map<Spot, Long> counts = new HashMap<>();
    private Spot last = new Spot(Optional.empty(), -1, "", "", -1);
    private long run;
    private Optional<TextReading> text = Optional.empty();

    private FileViews() {}

    /**
     * The views of one file, at least one, in an order that follows from what they are. Frames that a device lists as thrown
     * away are a view only where the file holds nothing else.
     */
    static List<View> of(Given given) throws UnreadableCapture {
        FileViews views = new FileViews();
        try (CaptureFile open = CaptureFile.open(given.file())) {
            // The reader of a text has read all of it before it shows the first packet.
            views.text = open.format().text() ? open.read(frame -> {}).text() : Optional.empty();
            open.read(views::count);
        }
        views.close();
        return views.views(given);
    }

    private void count(Frame frame) {
        int number = frame.line() > 0 ? (int) Math.max(0, frame.interfaceIndex()) : FrameSpot.interfaceNumber(frame);
        String name = frame.interfaceName().orElse("");
        String position = FrameSpot.position(frame);
        int vlan = frame.packet().link().vlanId();
        Optional<String> device = text.flatMap(reading -> reading.deviceAt(frame.line()));
        boolean same = device.equals(last.device())
                && number == last.number()
                && vlan == last.vlan()
                && position.equals(last.position())
                && name.equals(last.name());
        if (!same) {
            close();
            last = new Spot(device, number, name, position, vlan);
        }
        run++;
    }

    private void close() {
        if (run > 0) {
            counts.merge(last, run, Long::sum);
        }
        run = 0;
    }

    private List<View> views(Given given) {
        List<Spot> passing = counts.keySet().stream()
                .filter(spot -> !spot.position().equals("drop"))
                .toList();
        List<Spot> told = passing.isEmpty() ? List.copyOf(counts.keySet()) : passing;
        boolean monitored = told.stream().anyMatch(spot -> FrameSpot.isInspectionPoint(spot.position()));
        Set<String> names = told.stream().map(Spot::name).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean interfaces = !monitored
                && (names.size() > 1
                        || told.stream().map(Spot::number).distinct().count() > 1);
        boolean positions = monitored
                || (!interfaces && told.stream().map(Spot::position).distinct().count() > 1);
        Map<String, View> found = new TreeMap<>();
        for (Spot spot : told) {
            Place place = place(spot, interfaces, names.size() > 1, positions, told);
            long frames = Objects.requireNonNull(counts.get(spot));
            View view = new View(given, spot.device(), place, monitored ? Optional.empty() : name(spot.name()), frames);
            found.merge(place.toString(), view, FileViews::joined);
        }
        return found.isEmpty() || found.size() > MOST
                ? List.of(new View(
                        given,
                        device(told),
                        Place.WHOLE,
                        names.size() == 1 ? name(names.iterator().next()) : Optional.empty(),
                        counts.values().stream().mapToLong(Long::longValue).sum()))
                : List.copyOf(found.values());
    }

    private static View joined(View one, View other) {
        Optional<String> device = one.device().filter(name -> other.device().equals(Optional.of(name)));
        return new View(one.given(), device, one.place(), one.interfaceName(), one.frames() + other.frames());
    }

    /** The one device that all of them name. */
    private static Optional<String> device(List<Spot> told) {
        List<Optional<String>> devices =
                told.stream().map(Spot::device).distinct().toList();
        return devices.size() == 1 ? devices.getFirst() : Optional.empty();
    }

    private static Place place(Spot spot, boolean interfaces, boolean named, boolean positions, List<Spot> told) {
        boolean tagged = told.stream()
                        .filter(other -> !interfaces
                                || (other.number() == spot.number()
                                        && other.name().equals(spot.name())))
                        .map(Spot::vlan)
                        .distinct()
                        .count()
                > 1;
        return new Place(
                interfaces && named ? name(spot.name()) : Optional.empty(),
                interfaces && (spot.number() > 0 || !named) ? OptionalInt.of(spot.number()) : OptionalInt.empty(),
                positions ? Optional.of(spot.position()).filter(where -> !where.isEmpty()) : Optional.empty(),
                tagged ? OptionalInt.of(spot.vlan()) : OptionalInt.empty());
    }

    /** The name of an interface; a capture on all of them names none. */
    private static Optional<String> name(String told) {
        return Optional.of(told).filter(name -> !name.isEmpty() && !name.equals("any"));
    }
}
