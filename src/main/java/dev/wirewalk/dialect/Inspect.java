package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The filters of Check Point's {@code fw monitor}: the INSPECT language of {@code -e} for IPv4, and the simple filters {@code -F}
 * and {@code -H} for IPv4 and IPv6.
 *
 * <p>Forms of a run, at most one for each IP family because {@code fw monitor} and {@code fw6 monitor} are two commands of
 * which one may run at a time:
 * <ul>
 *   <li>{@code expression}: IPv4, one piece, the whole INSPECT program such as {@code accept host(10.1.1.1) and tcp;},
 *       to be given in single quotes; {@code accept;} when all IPv4 packets are selected.
 *   <li>{@code tuples}, {@code tuples6}: one piece for each {@code -F}, such as {@code 10.1.1.1,0,10.2.2.2,443,6}.
 *   <li>{@code hosts}, {@code hosts6}: one piece for each {@code -H}, an address.
 *   <li>{@code everything}, {@code everything6}: no piece, all packets of the family.
 * </ul>
 * Simple filters hold for accelerated packets too, so they are taken when they are exact, else the expression. A tool may lack
 * {@code expression}, {@code simple} or, of these, {@code hosts}, by its release or by a person's choice; and {@code any-ipv6},
 * a {@code 0} for any IPv6 address, which no source confirms. Limits: {@code tuples} and {@code hosts}, how many one command takes.
 *
 * <p>The expression says every tree of addresses, ports and protocols of IPv4 exactly, and whole bytes of its fixed header. Wider end:
 * TCP flags, ICMP types and codes, whose bytes are counted from the start of the packet, so that packets with IP options are shown as
 * well; flags in more combinations than are readable; masked or deeper bytes, and what is else {@link Filter.Opaque}. Of IPv6 only
 * simple filters are known, which end wider as in {@link FiveTuples}; where there are none, all IPv6 packets are shown.
 *
 * <p>Sources: Check Point R81 CLI Reference Guide "fw monitor", sk30583. INSPECT macros for IPv6 are not documented.
 */
public final class Inspect implements Dialect {
    private static final String TUPLES = "tuples";
    private static final String HOSTS = "hosts";
    private static final String EXPRESSION = "expression";
    private static final String SIMPLE = "simple";
    private static final String ANY_IPV6 = "any-ipv6";
    private static final Set<Integer> WIDTHS = Set.of(1, 2);

    @Override
    public String family() {
        return "checkpoint-inspect";
    }

    @Override
    public Set<String> limitNames() {
        return Set.of(TUPLES, HOSTS);
    }

    @Override
    public Set<String> lackable() {
        return Set.of(EXPRESSION, SIMPLE, HOSTS, ANY_IPV6);
    }

    @Override
    public Rendering render(Filter filter, DialectSettings settings) {
        Gaps gaps = new Gaps(filter);
        List<Run> runs = new ArrayList<>();
        Filter packets = Unwrapping.unwrap(filter, gaps);
        Optional<Filter> four =
                settings.sees().contains(Network.IPV4) ? OneNetwork.of(packets, IpVersion.V4) : Optional.empty();
        if (four.isPresent() && settings.lacks().containsAll(Set.of(EXPRESSION, SIMPLE))) {
            return gaps.unseen("This release has no simple filters. Choose the expression as the way to filter.");
        }
        four.flatMap(found -> four(filter, found, settings, gaps)).ifPresent(runs::add);
        if (settings.sees().contains(Network.IPV6)) {
            OneNetwork.of(packets, IpVersion.V6)
                    .flatMap(six -> six(six, gaps, settings))
                    .ifPresent(runs::add);
        }
        return runs.isEmpty()
                ? gaps.unseen("The filter selects none of the IP packets that fw monitor shows.")
                : Rendering.of(runs, gaps.list());
    }

    @Override
    public Set<String> forms() {
        return Set.of(EXPRESSION, TUPLES, HOSTS, "everything", "expression6", "tuples6", "hosts6", "everything6");
    }

    @Override
    public Filter read(Run run, DialectSettings settings) throws UnreadableTextException {
        // People give IPv6 addresses to fw monitor too, whose simple filters take both.
        boolean six = run.form().endsWith("6")
                || !run.form().equals(EXPRESSION) && run.filter().stream().anyMatch(piece -> piece.contains(":"));
        IpVersion version = six ? IpVersion.V6 : IpVersion.V4;
        return switch (run.form()) {
            case EXPRESSION, "expression6" -> InspectReader.read(String.join(" ", run.filter()), version);
            case TUPLES, "tuples6" -> Meaning.within(version, TupleReader.tuples(run.filter()));
            case HOSTS, "hosts6" -> Meaning.within(version, TupleReader.hosts(run.filter()));
            default -> Meaning.within(version, Filter.ANY);
        };
    }

    /** One way to say the IPv4 part, with what it cannot say; empty when nothing of it can hold. */
    private record Way(Optional<Run> run, List<Gap> gaps) {}

    private static Optional<Run> four(Filter whole, Filter four, DialectSettings settings, Gaps gaps) {
        List<Way> ways = new ArrayList<>();
        if (!settings.lacks().contains(SIMPLE)) {
            ways.add(simple(whole, four, settings));
        }
        if (!settings.lacks().contains(EXPRESSION)) {
            ways.add(expression(whole, four));
        }
        Way chosen =
                ways.stream().filter(way -> way.gaps().isEmpty()).findFirst().orElseGet(ways::getLast);
        gaps.addAll(chosen.gaps());
        return chosen.run();
    }

    private static Way simple(Filter whole, Filter four, DialectSettings settings) {
        Gaps gaps = new Gaps(whole);
        List<Tuple> tuples = new TupleTerms(IpVersion.V4, settings.limit(TUPLES), gaps).tuples(four);
        Optional<Run> run = Optional.of(tuples)
                .filter(wanted -> !wanted.isEmpty())
                .map(new SimpleFitting(settings.limit(TUPLES), hostLimit(settings), gaps)::fit)
                .map(fitted -> new Run(fitted.kind().form(), fitted.pieces()));
        return new Way(run, gaps.list());
    }

    private static Way expression(Filter whole, Filter four) {
        Gaps gaps = new Gaps(whole);
        Optional<Run> run = Folding.fold(four, (term, grows) -> sayable(term, grows, gaps))
                .map(said -> new Run(EXPRESSION, List.of(InspectPrinter.program(said))));
        return new Way(run, gaps.list());
    }

    private static int hostLimit(DialectSettings settings) {
        return settings.lacks().contains(HOSTS) ? 0 : settings.limit(HOSTS);
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

    private static Optional<Run> six(Filter filter, Gaps gaps, DialectSettings settings) {
        if (filter instanceof Filter.Any) {
            return Optional.of(everything6());
        }
        if (settings.lacks().contains(SIMPLE)) {
            gaps.addWhole("For IPv6 only simple filters are documented, which are not there or not chosen, so all IPv6"
                    + " packets are shown.");
            return Optional.of(everything6());
        }
        List<Tuple> tuples = new TupleTerms(IpVersion.V6, settings.limit(TUPLES), gaps).tuples(filter);
        return tuples.isEmpty() ? Optional.empty() : Optional.of(fitted6(tuples, gaps, settings));
    }

    /** Whether a 0 stands for any IPv6 address is not documented, so a tuple without both addresses takes another way. */
    private static Run fitted6(List<Tuple> tuples, Gaps gaps, DialectSettings settings) {
        SimpleFitting.Fitted fitted = new SimpleFitting(settings.limit(TUPLES), hostLimit(settings), gaps).fit(tuples);
        boolean zeros = fitted.kind() == SimpleFitting.Kind.TUPLES
                && !fitted.tuples().stream().allMatch(Tuple::hasBothAddresses);
        if (zeros && settings.lacks().contains(ANY_IPV6)) {
            Optional<List<IpAddress>> hosts = SimpleFitting.hosts(tuples, hostLimit(settings));
            String reason = "No source says how a simple filter names any IPv6 address, so ";
            gaps.addWhole(reason + (hosts.isPresent() ? "only the hosts are kept." : "all IPv6 packets are shown."));
            fitted = hosts.map(SimpleFitting.Fitted::hosts).orElse(SimpleFitting.Fitted.EVERYTHING);
        }
        return new Run(fitted.kind().form() + "6", fitted.pieces());
    }

    private static Run everything6() {
        return new Run("everything6", List.of());
    }
}
