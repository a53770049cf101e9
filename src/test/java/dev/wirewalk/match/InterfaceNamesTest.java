package dev.wirewalk.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.topology.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterfaceNamesTest {
    @ParameterizedTest
    @CsvSource({
        // the points' interfaces; the names in the file; which name is which point's
        "inside outside, CIN COUT, CIN COUT",
        "inside outside, capout capin, capin capout",
        "inside outside, outside inside, inside outside",
        "dmz outside, OUTCAP DMZ_CAP, DMZ_CAP OUTCAP",
        "lan wan, eth0 eth1, ''",
        "eth2 eth3, eth0 eth1, ''",
        "lan wan, wlan0 eth0, ''",
        "inside outside, A B, ''"
    })
    void aCaptureIsCalledAfterItsInterface(String interfaces, String found, String expected) {
        List<Point> points = List.of(interfaces.split(" ")).stream()
                .map(InterfaceNamesTest::point)
                .toList();

        InterfaceNames names = new InterfaceNames(List.of(0, 1), points, Set.of(found.split(" ")));

        assertThat(names.alike().values().stream().sorted())
                .containsExactlyElementsOf(List.of(expected.split(" ")).stream()
                        .filter(name -> !name.isEmpty())
                        .sorted()
                        .toList());
        if (!expected.isEmpty()) {
            assertThat(names.alike().get(0)).isEqualTo(expected.split(" ")[0]);
        }
    }

    private static Point point(String name) {
        return new Point(
                name,
                "fw",
                Optional.of(name),
                Optional.empty(),
                List.of(),
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Map.of(),
                Optional.empty());
    }
}
