package dev.wirewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.GoldenFiles;
import dev.wirewalk.diagnosis.Ladder;
import dev.wirewalk.diagnosis.PathWalk;
import dev.wirewalk.diagnosis.WalkProgress;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PairQuality;
import dev.wirewalk.topology.PathFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class LadderChartTest {
    private static final String[] NASTY = {
        "<script>alert(1)</script>",
        "]]>",
        "\" onload=\"x",
        "a&b;&#1;",
        "\u0000\u0007\u001b[31m",
        "\uD800",
        "\u202Egnp.exe",
        "\uFFFE\uFFFF",
        "'",
        "</title></style></svg>",
        "-->",
        "日本語 \uD83D\uDE00",
    };

    @ParameterizedTest
    @ValueSource(strings = {"T1-link_lost-01", "T1-payload_drop-01", "T3-ok-snat-01"})
    void areAsStored(String name) {
        Ladder ladder = walked(name);
        GoldenFiles.assertMatches(
                "ladders/" + name + ".txt",
                String.join("\n", new LadderWords(ladder, UnaryOperator.identity()).lines()) + "\n");
    }

    @Test
    void theDrawingIsAsStored() {
        GoldenFiles.assertMatches(
                "ladders/T1-link_lost-01.svg", LadderChart.file(walked("T1-link_lost-01"), UnaryOperator.identity()));
    }

    @Test
    void aLossHasACrossAndTheWordAndADoubtAQuestionMark() throws Exception {
        String lost = drawn(LadderChart.svg(ladder("a", Ladder.Ending.LOST, 3)));
        assertThat(lost).contains("✕ lost").contains("SYN");
        assertThat(drawn(LadderChart.svg(ladder("a", Ladder.Ending.UNKNOWN, 3))))
                .contains("?")
                .doesNotContain("✕ lost");
        assertThat(drawn(LadderChart.svg(ladder("a", Ladder.Ending.UNWATCHED, 3))))
                .contains("…");
    }

    @Test
    void whateverNamesHoldItStaysOneDrawing() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            StringBuilder name = new StringBuilder();
            for (int j = random.nextInt(6); j >= 0; j--) {
                name.append(NASTY[random.nextInt(NASTY.length)]).append((char) random.nextInt(0x3000));
            }
            Document svg = parsed(LadderChart.file(
                    ladder(name.toString(), Ladder.Ending.values()[i % 4], 1 + i % 8), UnaryOperator.identity()));
            assertThat(svg.getElementsByTagName("script").getLength()).isZero();
            assertThat(svg.getElementsByTagName("svg").getLength()).isEqualTo(1);
            assertThat(svg.getElementsByTagName("g").getLength()).isEqualTo(2);
        }
    }

    @Test
    void everythingStandsInsideTheDrawing() throws Exception {
        for (int columns = 1; columns <= 8; columns++) {
            Document svg = parsed(LadderChart.svg(ladder("fw:eth0.100", Ladder.Ending.LOST, columns)));
            int width = Integer.parseInt(svg.getDocumentElement().getAttribute("width"));
            int height = Integer.parseInt(svg.getDocumentElement().getAttribute("height"));
            for (Element line : elements(svg, "line")) {
                assertThat(number(line, "x1")).isBetween(0, width);
                assertThat(number(line, "x2")).isBetween(0, width);
                assertThat(number(line, "y2")).isBetween(0, height);
            }
        }
    }

    @Test
    void nothingFinerThanTheClocksAllowIsSaid() {
        assertThat(LadderWords.seconds(1_234_567, OptionalLong.empty())).isEqualTo("1.234567");
        assertThat(LadderWords.seconds(1_234_567, OptionalLong.of(0))).isEqualTo("1.234567");
        assertThat(LadderWords.seconds(1_234_567, OptionalLong.of(100))).isEqualTo("1.235");
        assertThat(LadderWords.seconds(1_234_567, OptionalLong.of(5_000))).isEqualTo("1.23");
        assertThat(LadderWords.seconds(1_234_567, OptionalLong.of(50_000))).isEqualTo("1.2");
        assertThat(LadderWords.seconds(1_234_567, OptionalLong.of(400_000))).isEqualTo("1");
    }

    static Ladder walked(String name) {
        Path file = Path.of("src", "test", "resources", "cases", name, "path.yaml");
        return new PathWalk((point, filter) -> List.of())
                .walk(PathFile.read(file), WalkProgress.SILENT)
                .ladder();
    }

    /** One packet that ends behind the first column, and a gap. */
    private static Ladder ladder(String name, Ladder.Ending ending, int columns) {
        List<Ladder.Column> points = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            points.add(new Ladder.Column(name + i, name, i != 1, OptionalLong.of(i)));
        }
        Ladder.Packet packet = new Ladder.Packet(
                Ladder.Kind.OPENING,
                "SYN " + name,
                Optional.of(Direction.FORWARD),
                List.of(new Ladder.Sighting(0, name + ".pcap", 1, OptionalLong.of(5), PairQuality.EXACT)),
                ending,
                ending == Ladder.Ending.ARRIVED || columns < 2 ? Optional.empty() : Optional.of(1),
                "because " + name);
        return new Ladder(points, name, OptionalLong.of(0), List.of(packet, new Ladder.Gap(17)), 18);
    }

    private static String drawn(String svg) throws Exception {
        StringBuilder words = new StringBuilder();
        elements(parsed(svg), "text").stream()
                .filter(text -> !text.getTextContent().contains("✕ lost; ?"))
                .forEach(text -> words.append(text.getTextContent()).append('\n'));
        return words.toString();
    }

    private static List<Element> elements(Document svg, String name) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < svg.getElementsByTagName(name).getLength(); i++) {
            found.add((Element) svg.getElementsByTagName(name).item(i));
        }
        return found;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
