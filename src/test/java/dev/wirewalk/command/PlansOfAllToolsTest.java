package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import dev.wirewalk.profile.Phase;
import dev.wirewalk.profile.Quoting;
import dev.wirewalk.profile.ToolProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the plans of each tool, whatever its family and whatever the filter. */
class PlansOfAllToolsTest {
    private static final List<Filter> FILTERS = filters();
    private static final List<TestPacket> PACKETS = RandomPackets.whole(43, 60);
    private static final Pattern FILE = Pattern.compile("[\\w./-]*\\w\\.(?:pcapng|pcap|cap|etl|txt|elg)\\b");

    private static final List<String> PLAIN =
            List.of("", "host 10.1.1.1", "host 2001:db8::1", "tcp port 443", "arp", "not udp port 53");
    /** On the reader's own machine; and names that are parts of words, which get no mark yet. */
    private static final Set<String> ONE_NAME = Set.of("wireshark-display-filter", "windows-pktmon");

    /** Tools whose start leaves nothing behind that has to be taken away, and why. */
    private static final Map<String, String> NOTHING_LEFT = Map.of(
            "cisco-asa-packet-tracer", "One packet is traced, and the answer is printed.",
            "cisco-ftd-packet-tracer", "One packet is traced, and the answer is printed.",
            "cisco-ftd-trace", "The trace ends with the key that stops it.",
            "fortigate-sniffer", "The sniffer prints on the console and ends with its count or a key.");

    private final ToolCatalogue catalogue = ToolCatalogue.standard();

    static List<String> tools() {
        return ToolCatalogue.standard().ids();
    }

    private static List<Filter> filters() {
        return Stream.of(List.of(Filter.ANY), RandomFilters.some(41, 120), RandomFilters.whole(42, 80))
                .flatMap(Collection::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyPlanIsWhole(String id) throws Exception {
        ToolProfile profile = catalogue.profile(id).orElseThrow();
        Set<String> programs = programs(profile);
        Set<String> operators = operators(id);
        for (Filter filter : FILTERS) {
            CapturePlan plan = catalogue.plan(profile, filter, Map.of());
            String about = id + " for " + FilterPrinter.print(filter);
            coverage(about, plan, filter);
            sentences(about, plan);
            order(about, plan);
            namesApart(about, plan);
            for (Step step : plan.steps()) {
                characters(about, step, profile);
                if (shell(profile)) {
                    oneProgramALine(about, step, programs, operators);
                }
            }
        }
    }

    private static boolean shell(ToolProfile profile) {
        return profile.quoting() == Quoting.SHELL || profile.quoting() == Quoting.SHELL_WORDS;
    }

    private static void coverage(String about, CapturePlan plan, Filter filter) throws Exception {
        assertThat(plan.gaps().isEmpty()).as(about).isEqualTo(plan.coverage() == Coverage.EXACT);
        assertThat(plan.runs() == 0).as(about).isEqualTo(plan.coverage() == Coverage.UNSUPPORTED);
        assertThat(plan.steps().isEmpty()).as(about).isEqualTo(plan.runs() == 0);
        assertThat(plan.filters()).as(about).hasSize(plan.runs());
        assertThat(plan.narrowing().isPresent()).as(about).isEqualTo(plan.coverage() == Coverage.WIDER);
        if (plan.narrowing().isPresent()) {
            Filter read = FilterParser.parse(plan.narrowing().get().pcap());
            assertThat(PACKETS)
                    .as(about)
                    .allMatch(packet -> FilterMeaning.matches(read, packet) == FilterMeaning.matches(filter, packet));
        }
    }

    private static void sentences(String about, CapturePlan plan) {
        Stream.of(
                        plan.warnings().stream().map(PlanWarning::text),
                        plan.gaps().stream().map(gap -> gap.reason()),
                        plan.steps().stream().map(Step::why))
                .flatMap(texts -> texts)
                .forEach(text -> assertThat(text).as(about).matches("\\S[^\\p{Cntrl}]*[.?!]"));
    }

    private static void order(String about, CapturePlan plan) {
        for (int i = 1; i < plan.steps().size(); i++) {
            Step before = plan.steps().get(i - 1);
            Step step = plan.steps().get(i);
            boolean later = step.run() > before.run()
                    || step.run() == before.run() && step.phase().compareTo(before.phase()) >= 0;
            assertThat(later).as("%s: %s behind %s", about, step, before).isTrue();
        }
        for (int run = 1; run <= plan.runs(); run++) {
            int number = run;
            assertThat(plan.steps()).as(about).anyMatch(step -> step.run() == number && step.phase() == Phase.START);
        }
    }

    /** Runs and points never write the same file. */
    private void namesApart(String about, CapturePlan plan) {
        Set<String> earlier = new HashSet<>();
        for (int run = 1; run <= plan.runs(); run++) {
            Set<String> own = files(plan, run);
            assertThat(own).as("%s, run %d", about, run).noneMatch(earlier::contains);
            earlier.addAll(own);
        }
    }

    private static Set<String> files(CapturePlan plan, int run) {
        return plan.steps().stream()
                .filter(step -> step.run() == run && step.phase() == Phase.START)
                .flatMap(step -> FILE.matcher(step.command()).results().map(MatchResult::group))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void pointsOfAPathWriteFilesOfTheirOwn(String id) throws Exception {
        ToolProfile profile = catalogue.profile(id).orElseThrow();
        CapturePlan one = catalogue.plan(profile, FILTERS.get(1), Map.of(), new PlanPlace("fw-in", true, Set.of()));
        CapturePlan other = catalogue.plan(profile, FILTERS.get(1), Map.of(), new PlanPlace("fw-out", true, Set.of()));
        for (int run = 1; run <= one.runs(); run++) {
            assertThat(ONE_NAME.contains(id) ? Set.of() : files(one, run))
                    .as(id)
                    .noneMatch(files(other, run)::contains);
        }
    }

    private static void characters(String about, Step step, ToolProfile profile) {
        assertThat(step.command()).as(about).isNotBlank().doesNotContainPattern("[\\p{Cntrl}\\p{Cf}&&[^\\n]]");
        Set<String> names = new TreeSet<>(Set.of("filter", "filter-words", "remote-filter", "run", "filter-1"));
        profile.options().forEach(option -> names.add(option.name()));
        names.forEach(name -> assertThat(step.command()).as(about).doesNotContain("{" + name + "}"));
        assertThat(step.command()).as(about).doesNotContain("]*");
    }

    private static void oneProgramALine(String about, Step step, Set<String> programs, Set<String> operators) {
        if (step.mustBePressed()) {
            return;
        }
        for (String line : step.command().split("\n")) {
            PosixLine read = PosixLine.read(line);
            assertThat(operators).as("%s: %s", about, line).containsAll(read.operators());
            assertThat(programs).as("%s: %s", about, line).containsAll(read.programs());
        }
    }

    /** The programs that the tool starts for filters that hold nothing to break out with. */
    private Set<String> programs(ToolProfile profile) throws Exception {
        Set<String> programs = new HashSet<>();
        for (String plain : PLAIN) {
            for (Step step :
                    catalogue.plan(profile, FilterParser.parse(plain), Map.of()).steps()) {
                step.command()
                        .lines()
                        .forEach(line -> programs.addAll(PosixLine.read(line).programs()));
            }
        }
        return programs;
    }

    /** Operators that the profile itself writes. */
    private static Set<String> operators(String id) {
        try {
            String text = Files.readString(Path.of("vendor-profiles", id + ".yaml"));
            return Stream.of("|", "||", "&", "&&", ";", ">", ">>", "<", "2>", "2>&1", "(", ")", "$", "`", "*", "?", "~")
                    .filter(text::contains)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("tools")
    void whatATestLeavesBehindIsTakenAway(String id) throws Exception {
        ToolProfile profile = catalogue.profile(id).orElseThrow();
        boolean cleans = profile.steps().stream().anyMatch(step -> step.phase() == Phase.CLEANUP);
        assertThat(cleans).as(id).isNotEqualTo(NOTHING_LEFT.containsKey(id));
    }

    /** One line as a POSIX shell takes it apart (POSIX.1-2017, Shell Command Language 2.2 and 2.3); shares nothing with the writer. */
    record PosixLine(List<List<String>> commands, List<String> operators) {
        static PosixLine read(String line) {
            List<List<String>> commands = new ArrayList<>(List.of(new ArrayList<>()));
            List<String> operators = new ArrayList<>();
            StringBuilder word = new StringBuilder();
            boolean inWord = false;
            for (int i = 0; i < line.length(); i++) {
                char sign = line.charAt(i);
                if (sign == '\'' || sign == '"') {
                    int end = closing(line, i);
                    word.append(line, i + 1, end);
                    inWord = true;
                    i = end;
                } else if (sign == '\\') {
                    i++;
                    word.append(line.charAt(i));
                    inWord = true;
                } else if ("|&;<>()".indexOf(sign) >= 0 || sign == ' ') {
                    if (inWord) {
                        commands.getLast().add(word.toString());
                    }
                    word.setLength(0);
                    inWord = false;
                    if (sign != ' ') {
                        operators.add(String.valueOf(sign));
                    }
                    if ("|&;(".indexOf(sign) >= 0) {
                        commands.add(new ArrayList<>());
                    }
                } else {
                    if ("$`*?~".indexOf(sign) >= 0) {
                        operators.add(String.valueOf(sign));
                    }
                    word.append(sign);
                    inWord = true;
                }
            }
            if (inWord) {
                commands.getLast().add(word.toString());
            }
            return new PosixLine(commands, operators);
        }

        private static int closing(String line, int quote) {
            int end = line.indexOf(line.charAt(quote), quote + 1);
            assertThat(end).as("a quote that closes in %s", line).isPositive();
            if (line.charAt(quote) == '"') {
                assertThat(line.substring(quote, end)).doesNotContainPattern("[$`\\\\]");
            }
            return end;
        }

        Set<String> programs() {
            return IntStream.range(0, commands.size())
                    .mapToObj(commands::get)
                    .filter(words -> !words.isEmpty())
                    .map(List::getFirst)
                    .collect(Collectors.toSet());
        }
    }
}
