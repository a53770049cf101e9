package dev.wirewalk.dialect;

import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves of a filter for one network what {@link DisplayTerms} can write, and notes the rest as gaps. */
final class DisplaySayable implements Folding.Rule {
    private final Network network;
    private final boolean layers;
    private final DisplayLink link;
    private final Gaps gaps;

    DisplaySayable(Network network, boolean layers, DisplayLink link, Gaps gaps) {
        this.network = network;
        this.layers = layers;
        this.link = link;
        this.gaps = gaps;
    }

    @Override
    public Optional<Filter> replace(Filter.Term term, boolean grows) {
        return switch (term) {
            case Filter.TcpFlags flags
            when (flags.value() & ~flags.mask()) != 0 ->
                constant(flags.comparison() == Comparison.NOT_EQUAL, Layer.TCP);
            case Filter.ByteTest bytes -> bytes(bytes, grows);
            case Filter.Opaque opaque -> {
                Optional<String> problem = link.problem(opaque, layers);
                problem.ifPresent(reason -> gaps.add(opaque, reason));
                yield problem.isPresent()
                        ? loosened(opaque, grows)
                        : opaque instanceof Filter.Encapsulated tag ? behind(tag, grows) : Optional.of(opaque);
            }
            case Filter.Host _,
                    Filter.Net _,
                    Filter.Port _,
                    Filter.Ether _,
                    Filter.Protocol _,
                    Filter.TcpFlags _,
                    Filter.IcmpType _,
                    Filter.IcmpCode _ -> Optional.of(term);
        };
    }

    /** The tag, with what can be said of the packet behind it, network by network. */
    private Optional<Filter> behind(Filter.Encapsulated tag, boolean grows) {
        DisplayLink inside = new DisplayLink(link.tags() + 1);
        List<Filter> parts = new ArrayList<>();
        boolean everything = true;
        for (Network carried : Network.values()) {
            Optional<Filter> rest = DisplayNetwork.residual(tag.inner(), carried)
                    .flatMap(one -> Folding.fold(one, new DisplaySayable(carried, layers, inside, gaps), grows));
            rest.ifPresent(one -> parts.add(Filter.all(List.of(DisplayNetwork.only(carried), one))));
            everything &= rest.filter(Filter.Any.class::isInstance).isPresent();
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Filter.Encapsulated(tag.kind(), tag.id(), everything ? Filter.ANY : Filter.any(parts)));
    }

    private Optional<Filter> bytes(Filter.ByteTest bytes, boolean grows) {
        long ones = DisplayHeader.ones(bytes.size());
        if (bytes.value() > ones) {
            return constant(bytes.comparison().holds(0, bytes.value()), bytes.layer());
        }
        boolean masked = (bytes.mask() & ones) != ones;
        boolean reached = DisplayHeader.of(bytes.layer(), "")
                .filter(header -> bytes.offset() + bytes.size() <= header.length())
                .isPresent();
        if (reached && (layers || !masked)) {
            return Optional.of(bytes);
        }
        gaps.add(
                bytes,
                reached
                        ? "Wireshark masks bytes since release 4.0."
                        : "Wireshark's byte tests end with the header, and of this one no more bytes are sure to be there.");
        return loosened(bytes, grows);
    }

    /** What holds for every packet with the header, or for none. */
    private Optional<Filter> constant(boolean holds, Layer layer) {
        if (!holds) {
            return Optional.empty();
        }
        if (layer.protocol().isEmpty()) {
            return Optional.of(Filter.ANY);
        }
        int number = layer.protocol().getAsInt();
        return Optional.of(
                network == Network.IPV4
                        ? Filter.all(List.of(
                                new Filter.Protocol(Families.IPV4, number),
                                new Filter.ByteTest(Layer.IP, 6, 2, 0x1FFF, Comparison.EQUAL, 0)))
                        : new Filter.ByteTest(Layer.IP6, 6, 1, 255, Comparison.EQUAL, number));
    }

    private static Optional<Filter> loosened(Filter.Term term, boolean grows) {
        return grows ? Optional.of(OneNetwork.protocolOf(term)) : Optional.empty();
    }
}
