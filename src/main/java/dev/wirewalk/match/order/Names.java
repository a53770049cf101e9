package dev.wirewalk.match.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What points are called: by the names of files, interfaces and places, each name once. */
final class Names {
    private Names() {}

    /** A name for each view, in the order of the views. */
    static List<String> of(List<View> views) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (View view : views) {
            String name = of(view);
            String free = name;
            for (int i = 2; !taken.add(free); i++) {
                free = name + " (" + i + ")";
            }
            names.add(free);
        }
        return names;
    }

    private static String of(View view) {
        NameParts parts = NameParts.of(view.given().name());
        String place = view.place().label();
        String own = interfaceOf(view).orElse("");
        Optional<String> device = parts.device().or(view::device);
        if (view.place().equals(Place.WHOLE)) {
            return device.isPresent() && !own.isEmpty() ? device.get() + ":" + own : parts.stem();
        }
        boolean byPlace = view.place().interfaceName().isPresent()
                || view.place().ifindex().isPresent();
        String where = byPlace || own.isEmpty()
                ? place
                : own
                        + view.place().tag().stream()
                                .mapToObj(id -> "." + id)
                                .findFirst()
                                .orElse("")
                        + view.place()
                                .position()
                                .map(position -> " " + position)
                                .orElse("");
        return device.orElseGet(parts::deviceOrStem) + (where.isEmpty() ? "" : ":" + where);
    }

    /** The interface as the file names it, else as the file's name does. */
    static Optional<String> interfaceOf(View view) {
        if (view.interfaceName().isPresent()) {
            return view.interfaceName();
        }
        return view.place().ifindex().isPresent()
                ? Optional.empty()
                : NameParts.of(view.given().name()).interfaceName().filter(name -> !name.equals("any"));
    }
}
