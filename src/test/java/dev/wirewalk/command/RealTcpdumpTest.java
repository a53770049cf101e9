package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wirewalk.capture.CaptureBytes;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import dev.wirewalk.profile.OptionType;
import dev.wirewalk.profile.Phase;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tcpdump of this machine takes every line that is shown, whatever options are chosen. A shell runs the lines; in the place
 * of tcpdump stands a script that lets the real one read all options and compile the filter, but not wait for packets.
 */
class RealTcpdumpTest {
    private static final int CHOICES = 150;
    private static final String REJECTS_ALL = "expression rejects all packets";

    /** So that a test that tries too little is seen. */
    private static final List<String> READING =
            List.of(" -r ", " --count ", " -ttt", " -T ", " -X", " -q ", " -S ", " -K ");

    private static final List<String> CAPTURING = List.of(
            " -C ", " -G ", " -W ", " --print ", " -B ", " -p ", " -Q ", " -D ", " -i any ", " --immediate-mode ");

    /** What depends on the network card, and is right for the loopback interface. */
    private static final Map<String, List<String>> HERE = Map.of(
            "interface", List.of("lo", "lo", "any"),
            "link-type", List.of(""),
            "time-stamp-source", List.of("", "host"),
            "user", List.of("", "root"),
            "live-host", List.of("", "root@192.0.2.1"));

    private static final String SCRIPT = """
            #!/bin/sh
            case "$(basename "$0")" in
            ssh) shift; exec sh -c "$*";;
            sudo) exec "$@";;
            wireshark) exec cat;;
            esac
            case " $* " in
            *" -r "*|*" -D "*|*" -L "*|*" -J "*) only="";;
            *) only=-d;;
            esac
            "REAL" $only "$@" > /dev/null 2> "$0.$$"
            echo "$? $* $(cat "$0.$$" | tr '\\n' ' ')" >> "$0.log"
            """;

    @TempDir
    Path folder;

    private final Random random = new Random(81);
    private final ToolCatalogue catalogue = ToolCatalogue.standard();

    @Test
    void takesEveryLineThatIsShown() throws Exception {
        boolean mayCapture = prepare();
        ToolProfile profile = catalogue.profile("tcpdump").orElseThrow();
        List<Filter> filters = RandomFilters.some(82, CHOICES);
        StringBuilder script = new StringBuilder();
        for (Filter filter : filters) {
            CapturePlan plan = catalogue.plan(profile, filter, choose(profile, mayCapture));
            lines(plan).forEach(line -> script.append(line).append('\n'));
        }
        run(script.append("wait\n").toString());
        List<String> judged = Files.readAllLines(folder.resolve("tcpdump.log"));
        assertThat(judged).hasSizeGreaterThanOrEqualTo(CHOICES);
        assertThat(judged.stream().filter(line -> !taken(line))).isEmpty();
        assertThat(String.join(" ", judged)).contains(READING);
        assumeTrue(mayCapture, "only reading was tried: this user may not capture on lo");
        assertThat(String.join(" ", judged)).contains(CAPTURING);
    }

    private static boolean taken(String line) {
        return line.startsWith("0 ") || line.startsWith("1 ") && line.contains(REJECTS_ALL);
    }

    /** Puts the scripts and a file to read into the folder; skips the test, visibly, on a machine without tcpdump. */
    private boolean prepare() throws Exception {
        Path real = java.util.Arrays.stream(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, "tcpdump"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(""));
        assumeTrue(!real.toString().isEmpty(), "skipped: tcpdump is not installed");
        for (String name : List.of("tcpdump", "ssh", "sudo", "wireshark")) {
            Path file = folder.resolve(name);
            Files.writeString(file, SCRIPT.replace("REAL", real.toString()));
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        CaptureBytes capture =
                new CaptureBytes(ByteOrder.LITTLE_ENDIAN).pcapHeader(CaptureBytes.MICROSECONDS, 65535, 1);
        for (TestPacket packet : RandomPackets.some(83, 20)) {
            capture.pcapRecord(1, 0, packet.frame(), packet.frame().length);
        }
        capture.write(folder.resolve("in.pcap"));
        return new ProcessBuilder(real.toString(), "-i", "lo", "-d")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static List<String> lines(CapturePlan plan) {
        return plan.steps().stream()
                .filter(step -> step.phase() == Phase.PREPARE || step.phase() == Phase.START)
                .flatMap(step -> step.command().lines())
                .toList();
    }

    private void run(String script) throws Exception {
        Path file = folder.resolve("script");
        Files.writeString(file, script);
        ProcessBuilder shell = new ProcessBuilder("sh", file.toString()).redirectErrorStream(true);
        shell.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        Process process = shell.directory(folder.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(said).doesNotContain("not found", "yntax error", "invalid");
    }

    /** Sets one option after the other, in any order; what does not go with those that are set is refused, and left out. */
    private Map<String, String> choose(ToolProfile profile, boolean mayCapture) throws InvalidOptionException {
        Map<String, String> settings = new LinkedHashMap<>(Map.of(ToolProfile.VERSION, "4.99", "interface", "lo"));
        if (!mayCapture || random.nextInt(4) == 0) {
            settings.put("read", "in.pcap");
        }
        List<ToolOption> options = new ArrayList<>(profile.options());
        Collections.shuffle(options, random);
        for (ToolOption option : options) {
            if (random.nextInt(3) == 0) {
                Map<String, String> tried = new LinkedHashMap<>(settings);
                tried.put(option.name(), value(option));
                settings = goesTogether(profile, tried) ? tried : settings;
            }
        }
        return settings;
    }

    private boolean goesTogether(ToolProfile profile, Map<String, String> settings) {
        try {
            catalogue.plan(profile, Filter.ANY, settings);
            return true;
        } catch (InvalidOptionException e) {
            assertThat(e).hasMessageMatching(".*: this option (needs|does not go together with) .*");
            return false;
        }
    }

    private String value(ToolOption option) {
        List<String> here = HERE.getOrDefault(option.name(), List.of());
        if (!here.isEmpty()) {
            return here.get(random.nextInt(here.size()));
        }
        return switch (option.type()) {
            case OptionType.WholeNumber(var min, var max) ->
                Long.toString(random.nextBoolean() ? min : Math.min(max, min + random.nextInt(5000)));
            case OptionType.Choice(var values) -> values.get(random.nextInt(values.size()));
            case OptionType.Flag _ -> Boolean.toString(random.nextInt(3) > 0);
            case OptionType.FileName _ -> option.name().equals("read") ? "in.pcap" : "out.pcap";
            case OptionType.Identifier _,
                    OptionType.InterfaceName _,
                    OptionType.Word _,
                    OptionType.ServerAddress _,
                    OptionType.Address _,
                    OptionType.Letters _,
                    OptionType.Modules _ -> throw new AssertionError(option.name() + " needs a value for this machine");
        };
    }
}
