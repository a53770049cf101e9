package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.profile.Phase;
import dev.wirewalk.profile.ToolProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nft of this machine checks the commands of a plan, as a shell hands them over; nothing is loaded into the kernel. */
class RealNftTest {
    /** Answers instead of nft with what nft is given; it joins its words with blanks, as nft itself does. */
    private static final String INSTEAD_OF_NFT = "nft() { printf '%s\\n' \"$*\"; }\n";

    @TempDir
    Path folder;

    @Test
    void takesTheRulesOfRandomFilters() throws Exception {
        assumeTrue(accepts("add table inet wirewalk\n").isEmpty(), "there is no nft here that may check rules");
        assertThat(accepts("add rule inet wirewalk chosen nonsense\n")).isNotEmpty();
        ToolCatalogue catalogue = ToolCatalogue.standard();
        ToolProfile tool = catalogue.profile("linux-nft-trace").orElseThrow();
        List<Filter> filters = new ArrayList<>(RandomFilters.some(91, 40));
        filters.add(Filter.ANY);
        int checked = 0;
        for (Filter filter : filters) {
            CapturePlan plan = catalogue.plan(tool, filter, Map.of("rate", "10"));
            if (plan.coverage() != Coverage.UNSUPPORTED) {
                String rules = given(plan);
                assertThat(accepts(rules))
                        .as("%s%n%s", FilterPrinter.print(filter), rules)
                        .isEmpty();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(20);
    }

    private static String given(CapturePlan plan) throws IOException {
        String commands = plan.steps().stream()
                .filter(step -> Set.of(Phase.PREPARE, Phase.START).contains(step.phase()))
                .flatMap(step -> step.command().lines())
                .filter(line -> !line.equals("nft list tables"))
                .collect(Collectors.joining("\n"));
        return output(List.of("bash", "-c", INSTEAD_OF_NFT + commands));
    }

    /** What nft has to say against them; empty when they are right. */
    private String accepts(String rules) throws IOException {
        Path file = Files.writeString(folder.resolve("rules"), rules);
        try {
            return output(List.of("nft", "--check", "--file", file.toString()));
        } catch (IOException missing) {
            return "nft is not installed";
        }
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
