package dev.wirewalk.match.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.SharedFolder;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.match.FlowReader;
import dev.wirewalk.topology.PathFile;
import dev.wirewalk.topology.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order of points of real captures, whose files have names that tell nothing and come in any order. */
class OrderOfLabelledCasesTest {
    private static final double RIGHT = 0.95;

    private final Random random = new Random(20261121);

    @Test
    void theOrderIsThatOfThePathWhereEveryPointSawTheFlow() throws IOException, UnreadableCapture {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Path folder : SharedFolder.folders("cases")) {
            Path file = folder.resolve("path.yaml");
            if (!Files.exists(file) || !everyPointSeesTheFlow(file)) {
                continue;
            }
            asked++;
            List<String> labelled = places(PathFile.read(file));
            List<String> found = places(inferred(PathFile.read(file)).path());
            if (!found.equals(labelled)) {
                wrong.add(folder.getFileName() + " is " + found);
            }
        }
        assertThat(asked).isGreaterThan(10);
        assertThat(wrong).hasSizeLessThanOrEqualTo((int) (asked * (1 - RIGHT)));
    }

    private static boolean everyPointSeesTheFlow(Path file) throws UnreadableCapture {
        return new FlowReader(PathFile.read(file), (phase, done, total) -> {})
                .read().points().stream().allMatch(point -> point.flow().isPresent());
    }

    private InferredPath inferred(dev.wirewalk.topology.Path path) throws UnreadableCapture {
        List<Path> files = new ArrayList<>(path.points().stream()
                .flatMap(point -> point.files().stream())
                .distinct()
                .toList());
        Collections.shuffle(files, random);
        List<Given> given =
                files.stream().map(file -> new Given(file, nameless())).toList();
        return new PathFromFiles(given, Optional.empty(), (phase, done, total) -> {}).infer();
    }

    private String nameless() {
        return random.ints(12, 'k', 'q')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                + ".pcap";
    }

    private static List<String> places(dev.wirewalk.topology.Path path) {
        return path.forwardPoints().stream()
                .map(OrderOfLabelledCasesTest::place)
                .toList();
    }

    private static String place(Point point) {
        return point.files().stream().map(Path::getFileName).toList() + " " + point.ifindex() + " " + point.vlan();
    }
}
