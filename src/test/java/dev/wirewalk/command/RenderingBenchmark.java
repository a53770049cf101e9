package dev.wirewalk.command;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.ToolProfile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long the plans of all tools take for one filter, warm: what each keystroke on the page costs. The page promises 50 ms.
 * Not a test by its name, so that only who asks for it waits for it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RenderingBenchmark {
    /** What people ask for, and what is hard. */
    private static final Map<String, String> FILTERS = new TreeMap<>(Map.ofEntries(
            Map.entry("host", "host 10.1.1.1"),
            Map.entry("conversation", "host 10.1.1.1 and host 10.2.2.2 and tcp port 443"),
            Map.entry("web-but-one", "net 10.0.0.0/8 and tcp and (port 80 or port 443) and not host 10.9.9.9"),
            Map.entry(
                    "nested",
                    "(host 10.1.1.1 and tcp port 22) or (net 10.2.0.0/16 and not (udp port 53 or (tcp port 80 and not src host 10.2.2.2)))"),
            Map.entry(
                    "three-levels",
                    "host 10.1.1.1 and (tcp port 443 or (udp and (port 53 or (port 123 and not net 10.0.0.0/8))))"),
            Map.entry("flags", "tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn and dst host 10.2.2.2"),
            Map.entry("any-flag", "tcp[tcpflags] & (tcp-syn|tcp-fin|tcp-rst) != 0 and net 10.2.0.0/16"),
            Map.entry("ipv6", "host 2001:db8::1 and tcp port 443"),
            Map.entry("ipv6-nets", "net 2001:db8:1::/48 and net 2001:db8:2::/48 and not port 22"),
            Map.entry("dns", "udp port 53 or tcp port 53"),
            Map.entry("no-ssh", "not port 22"),
            Map.entry("noise", "ip and not (net 10.0.0.0/8 and (port 22 or port 53 or port 123)) and not multicast"),
            Map.entry("port-range", "udp portrange 16384-32767 and net 10.1.0.0/16 and net 10.2.0.0/16"),
            Map.entry("port-range-but", "host 10.1.1.1 and tcp portrange 1024-65535 and not port 3389"),
            Map.entry("vlan", "vlan 100 and host 10.1.1.1"),
            Map.entry("vlan-but", "vlan 100 and net 10.0.0.0/8 and not host 10.1.1.1 and tcp port 80"),
            Map.entry("ten-hosts", "(" + tenHosts() + ") and tcp port 443"),
            Map.entry("ten-hosts-but", "(" + tenHosts() + ") and (port 80 or port 443) and not host 10.9.9.9"),
            Map.entry("twenty-terms", twentyTerms())));

    @Param({
        "any-flag",
        "conversation",
        "dns",
        "flags",
        "host",
        "ipv6",
        "ipv6-nets",
        "nested",
        "no-ssh",
        "noise",
        "port-range",
        "port-range-but",
        "ten-hosts",
        "ten-hosts-but",
        "three-levels",
        "twenty-terms",
        "vlan",
        "vlan-but",
        "web-but-one"
    })
    public String name = "host";

    private final ToolCatalogue catalogue = ToolCatalogue.standard();
    private List<ToolProfile> tools = List.of();
    private Filter filter = Filter.ANY;

    private static String tenHosts() {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(number -> "host 10.1.1." + 7 * number)
                .collect(Collectors.joining(" or "));
    }

    private static String twentyTerms() {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(number -> "(host 10.1.1." + number + " and tcp port " + (8000 + number) + ")")
                .collect(Collectors.joining(" or "));
    }

    @Setup
    public void read() throws BadProfileException, FilterSyntaxException {
        tools = catalogue.profiles();
        filter = FilterParser.parse(text());
    }

    private String text() {
        return FILTERS.getOrDefault(name, "");
    }

    @Benchmark
    public Filter parse() throws FilterSyntaxException {
        return FilterParser.parse(text());
    }

    @Benchmark
    public void plansOfAllTools(Blackhole hole) throws InvalidOptionException {
        for (ToolProfile tool : tools) {
            hole.consume(catalogue.plan(tool, filter, Map.of()));
        }
    }

    @Test
    void measure() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(RenderingBenchmark.class.getName())
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
    }
}
