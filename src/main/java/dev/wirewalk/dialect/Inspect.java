package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Check Point's INSPECT language for {@code fw monitor -e}, and the simple filters of {@code fw6 monitor -F}.
 *
 * <p>Forms of a run, at most one for each IP family because {@code fw monitor} and {@code fw6 monitor} are two commands of
 * which one may run at a time:
 * <ul>
 *   <li>{@code expression}: IPv4, one piece, the whole INSPECT program such as {@code accept host(10.1.1.1) and tcp;},
 *       to be given in single quotes; {@code accept;} when all IPv4 packets are selected.
 *   <li>{@code tuple6}: IPv6, one piece for each {@code -F}, such as {@code 2001:db8::1,0,2001:db8::2,443,6}.
 *   <li>{@code everything6}: IPv6, no piece, all IPv6 packets.
 * </ul>
 * Limit: {@code tuples}, how many {@code -F} one command takes.
 *
 * <p>Sources: Check Point R81 CLI Reference Guide "fw monitor", sk30583. INSPECT macros for IPv6 are not documented, so IPv6
 * goes by tuples; whether a {@code 0} stands for any IPv6 address is not documented either, so only tuples with both
 * addresses are written.
 */
public final class Inspect implements Dialect {
    private static final String TUPLES = "tuples";
    private static final Set<Integer> WIDTHS = Set.of(1, 2);

    @Override
    public String family() {
        return "checkpoint-inspect";
    }

    @Override
    public Set<String> limitNames() {
        return Set.of(TUPLES);
    }

    @Override
    public Rendering render(Filter filter, DialectSettings settings) {
        Gaps gaps = new Gaps(filter);
        List<Run> runs = new ArrayList<>();
        if (settings.sees().contains(Network.IPV4)) {
            OneNetwork.of(filter, IpVersion.V4)
                    .flatMap(four -> Folding.fold(four, (term, grows) -> sayable(term, grows, gaps)))
                    .ifPresent(four -> runs.add(new Run("expression", List.of(InspectPrinter.program(four)))));
        }
        if (settings.sees().contains(Network.IPV6)) {
            OneNetwork.of(filter, IpVersion.V6)
                    .flatMap(six -> six(six, gaps, settings.limit(TUPLES)))
                    .ifPresent(runs::add);
        }
        return runs.isEmpty()
                ? gaps.unseen("The filter selects none of the IP packets that fw monitor shows.")
                : Rendering.of(runs, gaps.list());
    }

    private static Optional<Filter> sayable(Filter.Term term, boolean grows, Gaps gaps) {
        return switch (term) {
            case Filter.Host _, Filter.Net _, Filter.Port _, Filter.Protocol _ -> Optional.of(term);
            case Filter.Ether _ -> throw new IllegalStateException("one family has no term about the frame");
            case Filter.IcmpType _, Filter.IcmpCode _ -> behindOptions(term, gaps);
            case Filter.TcpFlags flags -> {
                int ranges = FlagBytes.ranges(flags).size();
                if (ranges == 0) {
                    yield Optional.empty();
                }
                if (ranges <= FlagBytes.READABLE) {
                    yield behindOptions(flags, gaps);
                }
                gaps.add(flags, "INSPECT's tests of single bits are not documented.");
                yield loosened(flags, grows);
            }
            case Filter.Opaque opaque -> {
                if (opaque instanceof Filter.ByteTest test && inFixedHeader(test)) {
                    yield Optional.of(test);
                }
                gaps.add(
                        opaque,
                        opaque instanceof Filter.ByteTest
                                ? "INSPECT reads whole bytes of the fixed IPv4 header reliably, nothing masked or deeper."
                                : "INSPECT does not look at " + opaque.subject() + ".");
                yield loosened(opaque, grows);
            }
        };
    }

    private static Optional<Filter> behindOptions(Filter.Term term, Gaps gaps) {
        gaps.add(
                term,
                "INSPECT counts bytes from the start of the IPv4 header, so packets with IP options cannot be tested"
                        + " and are shown as well.");
        return Optional.of(term);
    }

    private static Optional<Filter> loosened(Filter.Term term, boolean grows) {
        return grows ? Optional.of(OneNetwork.protocolOf(term)) : Optional.empty();
    }

    /** One or two whole bytes of the 20 that every IPv4 header has; four-byte fields are left out, their sign is unclear. */
    private static boolean inFixedHeader(Filter.ByteTest test) {
        return test.layer() == Layer.IP
                && WIDTHS.contains(test.size())
                && test.offset() + test.size() <= 20
                && test.mask() == (1L << 8 * test.size()) - 1
                && test.value() <= test.mask();
    }

    private static Optional<Run> six(Filter filter, Gaps gaps, int limit) {
        if (filter instanceof Filter.Any) {
            return Optional.of(new Run("everything6", List.of()));
        }
        List<Tuple> tuples = new TupleTerms(IpVersion.V6, limit, gaps).tuples(filter);
        if (tuples.isEmpty()) {
            return Optional.empty();
        }
        List<Tuple> fitting = Covering.within(limit, tuples, Tuple.EVERYTHING);
        if (!fitting.stream().allMatch(Tuple::hasBothAddresses)) {
            gaps.addWhole(
                    "For IPv6 only simple filters with both addresses are documented, so all IPv6 packets are shown.");
            return Optional.of(new Run("everything6", List.of()));
        }
        if (tuples.size() > limit) {
            gaps.addWhole("IPv6 needs %d simple filters and fw6 monitor takes %d, so ports or protocols are left out."
                    .formatted(tuples.size(), limit));
        }
        return Optional.of(new Run("tuple6", fitting.stream().map(Tuple::text).toList()));
    }
}
