package dev.wirewalk.diagnosis;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.filter.PacketHeaders;
import dev.wirewalk.match.CaptureLimit;
import dev.wirewalk.match.FlowTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What each point's captures were limited to, where all of its files tell it. A filter of which a part looks at more than addresses,
 * ports, protocols and flags is taken as not known.
 */
final class CaptureLimits {
    private final Map<String, Limit> limits = new HashMap<>();

    /**
     * @param arp whether the tool shows ARP at all, when its filter allows it
     */
    record Limit(Filter filter, boolean arp) {
        boolean leavesOut(PacketHeaders packet) {
            return !FilterMeaning.matches(filter, packet);
        }

        String words() {
            return FilterPrinter.print(filter);
        }

        private Limit and(Limit other) {
            return new Limit(Filter.any(List.of(filter, other.filter)), arp && other.arp);
        }
    }

    CaptureLimits(FlowTrace trace, CaptureAdvice advice) {
        Map<String, Optional<Limit>> found = new HashMap<>();
        for (CaptureLimit told : trace.limits()) {
            found.merge(told.point(), limit(told, advice), (one, other) -> one.flatMap(first -> other.map(first::and)));
        }
        found.forEach((point, limit) -> limit.ifPresent(known -> limits.put(point, known)));
    }

    Optional<Limit> at(String point) {
        return Optional.ofNullable(limits.get(point));
    }

    private static Optional<Limit> limit(CaptureLimit told, CaptureAdvice advice) {
        Optional<Limit> limit = told.filters().isEmpty()
                ? told.commands().isEmpty()
                        ? Optional.empty()
                        : advice.typed(told.commands()).map(typed -> new Limit(typed.filter(), typed.arp()))
                : parsed(told.filters()).map(filter -> new Limit(filter, true));
        return limit.filter(known -> !known.filter().equals(Filter.ANY) && isPlain(known.filter()));
    }

    private static Optional<Filter> parsed(List<String> texts) {
        List<Filter> filters = new ArrayList<>();
        try {
            for (String text : texts) {
                filters.add(FilterParser.parse(text));
            }
        } catch (FilterSyntaxException unknown) {
            return Optional.empty();
        }
        return Optional.of(Filter.any(filters));
    }

    private static boolean isPlain(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> true;
            case Filter.And(var parts) -> parts.stream().allMatch(CaptureLimits::isPlain);
            case Filter.Or(var parts) -> parts.stream().allMatch(CaptureLimits::isPlain);
            case Filter.Not(var part) -> isPlain(part);
            case Filter.Opaque _ -> false;
            case Filter.Term _ -> true;
        };
    }

    /** The ports that the filter names. */
    static Stream<Integer> ports(Filter filter) {
        return switch (filter) {
            case Filter.And(var parts) -> parts.stream().flatMap(CaptureLimits::ports);
            case Filter.Or(var parts) -> parts.stream().flatMap(CaptureLimits::ports);
            case Filter.Not(var part) -> ports(part);
            case Filter.Port port -> Stream.of(port.low());
            case Filter.Any _ -> Stream.empty();
            case Filter.Term _ -> Stream.empty();
        };
    }
}
