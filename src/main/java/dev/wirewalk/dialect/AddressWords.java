package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.SOURCE;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.FieldValues.Range;
import dev.wirewalk.profile.LineField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Addresses of one family: as hosts, prefixes with length, netmask or wildcard mask, or ranges. */
final class AddressWords extends ListedWords<IpAddress> {
    /** More blocks than this are no filter that somebody checks by eye. */
    private static final int BLOCKS = 64;

    private final IpVersion version;
    private final FieldValues<IpAddress> universe;
    private final Map<String, String> shapes;

    AddressWords(LineField field, IpVersion version) {
        super(field);
        this.version = version;
        this.shapes = field.shapes();
        this.universe = all(version);
    }

    static FieldValues<IpAddress> all(IpVersion version) {
        return version == IpVersion.V4
                ? SOURCE.range(IpAddress.v4(0), IpAddress.v4(-1))
                : SOURCE.range(IpAddress.v6(0, 0), IpAddress.v6(-1, -1));
    }

    @Override
    FieldValues<IpAddress> universe() {
        return universe;
    }

    @Override
    Optional<List<Range<IpAddress>>> items(List<Range<IpAddress>> ranges) {
        List<Range<IpAddress>> items = new ArrayList<>();
        for (Range<IpAddress> range : ranges) {
            if (shapes.containsKey("range") || range.single()) {
                items.add(range);
            } else {
                blocks(range).forEach(block -> items.add(new Range<>(block.first(), block.last())));
            }
            if (items.size() > BLOCKS) {
                return Optional.empty();
            }
        }
        return Optional.of(items)
                .filter(all -> shapes.containsKey("prefix")
                        || shapes.containsKey("range")
                        || all.stream().allMatch(Range::single))
                .or(() -> named(ranges));
    }

    /** Few addresses are named one by one where networks cannot be said. */
    private static Optional<List<Range<IpAddress>>> named(List<Range<IpAddress>> ranges) {
        List<Range<IpAddress>> hosts = new ArrayList<>();
        for (Range<IpAddress> range : ranges) {
            for (IpAddress at = range.low(); at.compareTo(range.high()) <= 0; at = at.next()) {
                hosts.add(new Range<>(at, at));
                if (hosts.size() > NAMED) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(hosts);
    }

    private static List<IpPrefix> blocks(Range<IpAddress> range) {
        return AddressBlocks.of(SOURCE.range(range.low(), range.high()));
    }

    @Override
    Optional<Range<IpAddress>> hull(FieldValues<IpAddress> values) {
        FieldValues<IpAddress> own = values.intersect(universe);
        if (own.ranges().isEmpty()) {
            return Optional.empty();
        }
        IpAddress first = own.ranges().getFirst().low();
        IpAddress last = own.ranges().getLast().high();
        if (shapes.containsKey("range")) {
            return Optional.of(new Range<>(first, last));
        }
        if (!shapes.containsKey("prefix")) {
            return Optional.empty();
        }
        IpPrefix around = AddressBlocks.around(first, last);
        return Optional.of(new Range<>(around.first(), around.last()));
    }

    @Override
    String text(Range<IpAddress> item) {
        List<IpPrefix> blocks = blocks(item);
        if (item.single() && shapes.containsKey("host")) {
            return fill("host", item, blocks.getFirst());
        }
        boolean prefix = shapes.containsKey("prefix") && blocks.size() == 1;
        return fill(prefix ? "prefix" : "range", item, blocks.getFirst());
    }

    private String fill(String shape, Range<IpAddress> item, IpPrefix block) {
        String text = shapes.getOrDefault(shape, "{address}")
                .replace("{address}", block.network().toString())
                .replace("{length}", Integer.toString(block.length()))
                .replace("{first}", item.low().toString())
                .replace("{last}", item.high().toString());
        if (version == IpVersion.V6) {
            return text;
        }
        IpAddress netmask = block.netmask();
        return text.replace("{netmask}", netmask.toString())
                .replace("{wildcard}", IpAddress.v4(~netmask.low()).toString());
    }
}
