package dev.wirewalk.command.path;

import dev.wirewalk.dialect.Gap;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import dev.wirewalk.topology.Translation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The filter as it reads at each point. Neighbouring points of one device are its two sides, so the filter is carried across
 * between them; a device with one point is crossed behind it, and whether that lies before its translation is not known.
 */
final class PathFilters {
    private final Map<String, Carried> atPoint = new LinkedHashMap<>();
    private final Map<String, Carried> atBothSides = new LinkedHashMap<>();

    PathFilters(Path path, Filter filter) {
        List<Carried> stages = new ArrayList<>();
        Roles roles = Roles.of(path);
        PassedNat passed = PassedNat.NONE;
        Carried current = Carried.exactly(filter);
        stages.add(current);
        List<List<Point>> visits = visits(path.forwardPoints());
        for (List<Point> visit : visits) {
            String device = visit.getFirst().device();
            List<Translation> translations = path.nat().stream()
                    .filter(nat -> nat.device().equals(device))
                    .toList();
            boolean origin = visit == visits.getFirst() && visit.size() == 1 && translations.isEmpty();
            if (!origin) {
                passed = passed.behind(device, translations);
            }
            Carried behind = origin ? current : new Crossing(passed, roles).carry(filter);
            place(visit, current, behind, translations.isEmpty());
            current = behind;
            stages.add(current);
        }
        Carried anywhere = stages.stream().reduce(Carried::or).orElse(current);
        for (Point point : path.points()) {
            if (!atPoint.containsKey(point.name())) {
                Carried wide = stages.stream().distinct().count() > 1
                        ? anywhere.with(unsure(
                                filter, "The answers take another way here; which addresses they have is not known."))
                        : anywhere;
                atPoint.put(point.name(), wide);
                atBothSides.put(point.name(), wide);
            }
        }
    }

    /** At the point's own side of its device. */
    Carried at(Point point) {
        return Optional.ofNullable(atPoint.get(point.name())).orElseThrow();
    }

    /** On any side of the point's device. */
    Carried aroundDevice(Point point) {
        return Optional.ofNullable(atBothSides.get(point.name())).orElseThrow();
    }

    private void place(List<Point> visit, Carried before, Carried behind, boolean plain) {
        Carried both = before.or(behind);
        for (int i = 0; i < visit.size(); i++) {
            Carried here = i == 0 ? before : i == visit.size() - 1 ? behind : both;
            if (visit.size() == 1 && !plain) {
                here = both.with(unsure(
                        before.filter(),
                        "Only one point of " + visit.getFirst().device()
                                + " is on the path; whether it lies before the translation is not known."));
            }
            atPoint.put(visit.get(i).name(), here);
            atBothSides.put(visit.get(i).name(), both);
        }
    }

    private static Gap unsure(Filter filter, String reason) {
        return new Gap(FilterPrinter.print(filter), reason, "");
    }

    private static List<List<Point>> visits(List<Point> points) {
        List<List<Point>> visits = new ArrayList<>();
        for (Point point : points) {
            if (visits.isEmpty() || !visits.getLast().getFirst().device().equals(point.device())) {
                visits.add(new ArrayList<>());
            }
            visits.getLast().add(point);
        }
        return visits;
    }
}
