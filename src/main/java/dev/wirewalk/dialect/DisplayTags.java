package dev.wirewalk.dialect;

import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Encapsulation;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Filters;
import dev.wirewalk.filter.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Puts what a display filter says beside a VLAN tag behind that tag: there {@code vlan.id} moves nothing, in the model all that is
 * about the packet belongs into it. Frame lengths, MAC addresses, types and bytes of the frame stay outside.
 */
final class DisplayTags {
    private static final List<Filter> TYPES =
            DisplayLink.TAG_TYPES.stream().<Filter>map(Filter.EtherType::new).toList();

    private DisplayTags() {}

    static Filter tag(OptionalLong id) {
        return new Filter.Encapsulated(Encapsulation.VLAN, id, Filter.ANY);
    }

    /** The tag that {@link DisplayLink} writes as these alternatives, or the alternatives themselves. */
    static Filter alternatives(Filter filter) {
        if (filter instanceof Filter.Or(var parts)) {
            if (parts.equals(TYPES)) {
                return tag(OptionalLong.empty());
            }
            for (Filter part : parts) {
                Optional<Filter> tag = Filters.terms(part)
                        .filter(DisplayTags::isBare)
                        .<Filter>map(term -> term)
                        .findFirst();
                if (tag.filter(one -> written(one).equals(filter)).isPresent()) {
                    return tag.get();
                }
            }
        }
        return filter;
    }

    private static Filter written(Filter tag) {
        if (tag instanceof Filter.Encapsulated(var _, var id, var _) && id.isPresent()) {
            Filter bytes = new Filter.ByteTest(Layer.ETHER, 14, 2, 0x0FFF, Comparison.EQUAL, id.getAsLong());
            return Filter.any(List.of(
                    Filter.all(List.of(TYPES.getFirst(), tag)),
                    Filter.all(List.of(Filter.any(TYPES.subList(1, TYPES.size())), bytes))));
        }
        return tag;
    }

    /**
     * The parts of a conjunction, those about the packet moved behind the tag.
     *
     * @throws IllegalArgumentException with one sentence where it cannot be told what is meant behind a tag
     */
    static List<Filter> conjunction(List<Filter> parts) {
        List<Filter> tags = parts.stream().filter(DisplayTags::isTag).toList();
        List<Filter> outside = new ArrayList<>();
        List<Filter> inside = new ArrayList<>();
        List<Filter> mixed = new ArrayList<>();
        for (Filter part : parts) {
            if (!isTag(part)) {
                boolean tagged = Filters.terms(part).anyMatch(DisplayTags::isBare) && !(part instanceof Filter.Not);
                (tagged ? mixed : Filters.terms(part).allMatch(DisplayTags::isOfFrame) ? outside : inside).add(part);
            }
        }
        if (tags.size() + mixed.size() > 1 || !mixed.isEmpty() && !inside.isEmpty()) {
            throw new IllegalArgumentException(
                    "only the outermost VLAN tag can be told, and beside it with 'and' what the tagged frames carry");
        }
        if (tags.isEmpty() || inside.isEmpty()) {
            return parts;
        }
        outside.add(filled(tags.getFirst(), Filter.all(inside)));
        return outside;
    }

    private static Filter filled(Filter tag, Filter inside) {
        return switch (tag) {
            case Filter.Or(var tags) ->
                Filter.any(tags.stream().map(one -> filled(one, inside)).toList());
            case Filter.Encapsulated(var kind, var id, var _) -> new Filter.Encapsulated(kind, id, inside);
            case Filter.Any _, Filter.And _, Filter.Not _, Filter.Term _ ->
                throw new IllegalStateException("no other tags are read");
        };
    }

    /** One tag or several ids to choose from, with nothing behind them yet. */
    private static boolean isTag(Filter filter) {
        return isBare(filter)
                || filter instanceof Filter.Or(var parts) && parts.stream().allMatch(DisplayTags::isBare);
    }

    private static boolean isBare(Filter filter) {
        return filter instanceof Filter.Encapsulated(var _, var _, var inner) && inner instanceof Filter.Any;
    }

    private static boolean isOfFrame(Filter.Term term) {
        return term instanceof Filter.Length
                || term instanceof Filter.Mac
                || term instanceof Filter.EtherType
                || term instanceof Filter.Encapsulated
                || term instanceof Filter.ByteTest(var layer, var _, var _, var _, var _, var _)
                        && layer == Layer.ETHER;
    }
}
