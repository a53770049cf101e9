package dev.wirewalk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.Dialects;
import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.command.Step;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.dialect.Dialect;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.Carried;
import dev.wirewalk.profile.Phase;
import dev.wirewalk.profile.ToolProfile;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed for a tool is read as what was asked for: exactly, or as more where the plan says so. */
class WayBackTest {
    private static final int FILTERS = 100;
    private static final int PACKETS = 300;
    private static final ToolCatalogue CATALOGUE = ToolCatalogue.standard();

    private final CommandReader reader = new CommandReader(Dialects.standard());

    static Stream<ToolProfile> tools() {
        try {
            return CATALOGUE.profiles().stream().filter(WayBackTest::reads);
        } catch (BadProfileException e) {
            throw new AssertionError(e);
        }
    }

    /** Without those that make up one packet: random filters name no flow, and a plan adds the port that is not named. */
    static Stream<ToolProfile> filtering() {
        return tools().filter(profile -> !profile.family().equals("packet-tracer"));
    }

    /** Whether the family of the tool has its way back too. */
    static boolean reads(ToolProfile profile) {
        Dialect dialect = Dialects.standard().of(profile.family());
        return profile.readsBack()
                && Stream.of(dialect.getClass().getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals("read"));
    }

    @ParameterizedTest
    @MethodSource("filtering")
    void theStartOfAPlanIsReadAsItsFilter(ToolProfile profile) throws Exception {
        judge(profile, Set.of(Phase.PREPARE, Phase.START));
    }

    @ParameterizedTest
    @MethodSource("filtering")
    void aWholePlanIsReadAsItsFilter(ToolProfile profile) throws Exception {
        judge(profile, Set.of(Phase.values()));
    }

    private void judge(ToolProfile profile, Set<Phase> phases) throws Exception {
        Random random = new Random(profile.id().hashCode());
        List<TestPacket> packets = RandomPackets.some(7, PACKETS).stream()
                .filter(packet -> seen(profile, packet.network()))
                .toList();
        int judged = 0;
        for (Filter filter : RandomFilters.some(profile.id().hashCode(), FILTERS)) {
            CapturePlan plan = plan(profile, filter, RandomOptions.of(profile, random));
            if (narrowed(plan)) {
                plan = plan(profile, filter, Map.of());
            }
            if (plan.coverage() != Coverage.UNSUPPORTED) {
                judge(profile, filter, plan, phases, packets);
                judged++;
            }
        }
        assertThat(judged).isGreaterThan(FILTERS / 4);
    }

    private void judge(
            ToolProfile profile, Filter filter, CapturePlan plan, Set<Phase> phases, List<TestPacket> packets) {
        String typed = plan.steps().stream()
                .filter(step -> phases.contains(step.phase()))
                .map(Step::command)
                .collect(Collectors.joining("\n"));
        Filter back = read(profile, typed);
        for (TestPacket packet : packets) {
            boolean asked = FilterMeaning.matches(filter, packet);
            boolean given = FilterMeaning.matches(back, packet);
            if (asked != given && (asked || plan.coverage() == Coverage.EXACT)) {
                fail("%s%nis written%n%s%nand read as%n%s%nwhich differ in %s"
                        .formatted(FilterPrinter.print(filter), typed, FilterPrinter.print(back), packet));
            }
        }
    }

    private Filter read(ToolProfile profile, String typed) {
        try {
            return reader.read(profile, typed).filter();
        } catch (UnreadableCommandException e) {
            throw new AssertionError(
                    "%s%nis refused at %d:%d: %s".formatted(typed, e.line(), e.column(), e.getMessage()), e);
        }
    }

    /** Kinds of captures that take only some packets, whatever the filter says, are refused and not read. */
    private static boolean narrowed(CapturePlan plan) {
        return plan.steps().stream()
                .anyMatch(step -> step.command().matches("(?s)(cluster exec )?capture \\S+ type (?!raw-data).*"));
    }

    private static boolean seen(ToolProfile profile, Network network) {
        return profile.sees().contains(Carried.valueOf(network.name()));
    }

    /** Options that do not go together are left out. */
    private static CapturePlan plan(ToolProfile profile, Filter filter, Map<String, String> options) throws Exception {
        try {
            return CATALOGUE.plan(profile, filter, options);
        } catch (InvalidOptionException apart) {
            return CATALOGUE.plan(profile, filter, Map.of());
        }
    }
}
