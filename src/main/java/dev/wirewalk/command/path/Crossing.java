package dev.wirewalk.command.path;

import dev.wirewalk.dialect.Gap;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterPrinter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Carries a filter from where it was asked, at the client, to behind the devices that were passed: the result selects every
 * packet, of either direction, that the filter selected there.
 *
 * <p>Negations are pushed to the terms, because what widens a term would narrow its negation.
 */
final class Crossing {
    private final String device;
    private final TermCrossing terms;
    private final JointDestination joint;
    private final Set<Gap> gaps = new LinkedHashSet<>();

    Crossing(PassedNat nat, Roles roles) {
        device = nat.place();
        terms = new TermCrossing(nat, roles);
        joint = new JointDestination(nat.destinations(), roles);
    }

    Carried carry(Filter asked) {
        Filter behind = image(asked, true);
        return new Carried(behind, List.copyOf(gaps));
    }

    private Filter image(Filter filter, boolean wanted) {
        if (unchanged(filter)) {
            return wanted ? filter : new Filter.Not(filter);
        }
        return switch (filter) {
            case Filter.Any _ -> Filter.ANY;
            case Filter.Not(var part) -> image(part, !wanted);
            case Filter.And(var parts) when wanted -> together(parts);
            case Filter.And(var parts) -> Carried.either(images(parts, false));
            case Filter.Or(var parts) when wanted -> Carried.either(images(parts, true));
            case Filter.Or(var parts) -> Carried.together(images(parts, false));
            case Filter.Term term -> image(term, wanted);
        };
    }

    /** Address and port of a translated destination that are both asked for change together, exactly. */
    private Filter together(List<Filter> parts) {
        JointDestination.Result result = joint.translate(parts);
        List<Filter> images = new ArrayList<>(result.replaced());
        for (Filter part : result.replaced()) {
            String reason = "Behind " + device + " packets that are sent there directly look the same.";
            gaps.add(new Gap(FilterPrinter.print(part), reason, ""));
        }
        images.addAll(images(result.rest(), true));
        return Carried.together(images);
    }

    private List<Filter> images(List<Filter> parts, boolean wanted) {
        List<Filter> images = new ArrayList<>();
        parts.forEach(part -> images.add(image(part, wanted)));
        return images;
    }

    private Filter image(Filter.Term term, boolean wanted) {
        TermCrossing.Image image = terms.of(term, wanted);
        image.reason()
                .ifPresent(reason ->
                        gaps.add(new Gap(FilterPrinter.print(wanted ? term : new Filter.Not(term)), reason, "")));
        return image.filter();
    }

    private boolean unchanged(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> true;
            case Filter.Not(var part) -> unchanged(part);
            case Filter.And(var parts) -> parts.stream().allMatch(this::unchanged);
            case Filter.Or(var parts) -> parts.stream().allMatch(this::unchanged);
            case Filter.Term term ->
                terms.of(term, true).equals(TermCrossing.Image.exact(term))
                        && terms.of(term, false).equals(TermCrossing.Image.exact(new Filter.Not(term)));
        };
    }
}
