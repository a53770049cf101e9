package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.NETWORK;
import static dev.wirewalk.filter.HeaderField.TCP_FLAGS;
import static dev.wirewalk.filter.HeaderField.TRANSPORT_HEADER;

import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.BoxUnion;
import dev.wirewalk.filter.Boxes;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tools that follow one made-up packet through a box, such as the ASA's {@code packet-tracer}: one source, one destination, one
 * protocol with what it needs. A filter that names flows gives one run for each; the replies of a flow are no flow of their own,
 * as the box answers them from its table of connections. A filter that does not name flows is refused with what is missing.
 *
 * <p>Forms of a run, each with two pieces, what stands before and behind the value that a profile may have to add: {@code
 * whole} ({@code tcp 10.1.1.1 1024}, {@code 10.2.2.2 443}), {@code source-port} ({@code udp 10.1.1.1}, {@code 10.2.2.2 53}),
 * {@code icmp-code} ({@code icmp 10.1.1.1 8}, {@code 10.2.2.2}) and {@code icmp-type}, which lacks both. Limit: {@code runs}, how many
 * flows a person is asked to try.
 *
 * <p>Wider end filters that name a flow and more of its packets than can be told to the box: TCP flags, as the packet is the first of
 * its connection; whether it is a fragment; bytes and all else that is {@link Filter.Opaque}; several source ports, of which the lowest
 * is taken.
 *
 * <p>Source: ASA command reference, {@code packet-tracer}.
 */
public final class OneFlow implements Dialect {
    private static final String RUNS = "runs";
    /** Larger unions name no flow that a person meant. */
    private static final int BOXES = 32;

    @Override
    public String family() {
        return "packet-tracer";
    }

    @Override
    public Set<String> limitNames() {
        return Set.of(RUNS);
    }

    @Override
    public Rendering render(Filter filter, DialectSettings settings) {
        Gaps gaps = new Gaps(filter);
        List<Box> boxes = boxes(Unwrapping.unwrap(filter, settings.sees(), gaps), settings);
        if (boxes.isEmpty()) {
            return gaps.unseen("The filter names no flow of IP packets.");
        }
        Set<Flow> flows = new LinkedHashSet<>();
        for (Box box : boxes) {
            switch (Flow.of(plain(box, gaps))) {
                case Flow.Named(var flow) -> flows.add(flow);
                case Flow.Unnamed(var missing) -> {
                    return new Gaps(filter)
                            .unseen("This traces one flow, and the filter does not name " + missing + ".");
                }
            }
        }
        List<Flow> asked = new ArrayList<>(flows);
        asked.removeIf(flow -> flow.isReply() && flows.contains(flow.mirrored()));
        Optional<Flow> reply = asked.stream().filter(Flow::isReply).findFirst();
        if (reply.isPresent()) {
            return new Gaps(filter).unseen("This traces one flow, and the filter does not name the destination port.");
        }
        int limit = settings.limit(RUNS);
        if (asked.size() > limit) {
            return new Gaps(filter)
                    .unseen("This traces one flow, and the filter names %d; more than %d are not asked for."
                            .formatted(asked.size(), limit));
        }
        return Rendering.of(asked.stream().map(Flow::run).toList(), gaps.list());
    }

    @Override
    public Set<String> forms() {
        return Set.of("whole");
    }

    /** The way back: a command that was typed has every value, so there is one form; its pieces are read as one text. */
    @Override
    public Filter read(Run run, DialectSettings settings) throws UnreadableTextException {
        return new FlowReader(String.join(" ", run.filter())).filter();
    }

    private static List<Box> boxes(Filter filter, DialectSettings settings) {
        List<Box> boxes =
                Boxes.of(filter, BOXES) instanceof BoxUnion.Union(var found) ? found : List.of(Box.everything());
        return boxes.stream()
                .flatMap(box -> Stream.of(Network.IPV4, Network.IPV6)
                        .filter(settings.sees()::contains)
                        .flatMap(network -> box.with(NETWORK, NETWORK.one(network)).stream()))
                .toList();
    }

    /** The box without what no made-up packet can be told. */
    private static Box plain(Box box, Gaps gaps) {
        Set<HeaderField<?>> unsaid = new LinkedHashSet<>();
        if (box.statedFields().contains(TCP_FLAGS)) {
            unsaid.add(TCP_FLAGS);
            gaps.addWhole("The made-up packet is the first of its connection; its TCP flags cannot be chosen.");
        }
        if (box.statedFields().contains(TRANSPORT_HEADER)) {
            unsaid.add(TRANSPORT_HEADER);
            gaps.addWhole("The made-up packet is whole; it cannot be told to be a fragment or not.");
        }
        box.opaque().stream()
                .map(opaque ->
                        "The made-up packet cannot be told " + opaque.term().subject() + ".")
                .forEach(gaps::addWhole);
        if (Flow.severalPorts(box)) {
            gaps.addWhole("A packet has one source port; of those that the filter allows the lowest is taken.");
        }
        return unsaid.isEmpty() && box.opaque().isEmpty() ? box : box.widened(unsaid);
    }
}
