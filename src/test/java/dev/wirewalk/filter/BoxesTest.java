package dev.wirewalk.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoxesTest {
    private static final int CAP = 256;

    @Test
    void decideRandomPacketsAsTheFilterDoes() {
        List<TestPacket> packets = RandomPackets.some(21, 500);
        int decided = 0;
        for (Filter filter : RandomFilters.some(22, 500)) {
            if (Boxes.of(filter, CAP) instanceof BoxUnion.Union(var boxes)) {
                decided++;
                for (TestPacket packet : packets) {
                    assertThat(boxes.stream().anyMatch(box -> box.matches(packet)))
                            .as("%s%n%s%n%s", FilterPrinter.print(filter), boxes, packet)
                            .isEqualTo(FilterMeaning.matches(filter, packet));
                }
            }
        }
        assertThat(decided).isGreaterThan(450);
    }

    @Test
    void aBoxHoldsOnlyValuesThatItsPacketsHave() {
        List<TestPacket> packets = RandomPackets.some(23, 300);
        for (Filter filter : RandomFilters.some(24, 200)) {
            if (Boxes.of(filter, CAP) instanceof BoxUnion.Union(var boxes)) {
                for (Box box : boxes) {
                    packets.stream()
                            .filter(box::matches)
                            .forEach(packet -> HeaderField.ALL.forEach(field -> assertThat(holds(box, field, packet))
                                    .as("%s %s", box, packet)
                                    .isTrue()));
                }
            }
        }
    }

    private static <T extends Comparable<T>> boolean holds(Box box, HeaderField<T> field, TestPacket packet) {
        return box.values(field).contains(field.of(packet));
    }

    @Test
    void eitherSideTakesTwoBoxesAndItsNegationOne() throws FilterSyntaxException {
        assertThat(boxes("host 10.1.1.1")).hasSize(2);
        assertThat(boxes("not host 10.1.1.1")).hasSize(1);
        assertThat(boxes("not port 80")).hasSize(1);
        assertThat(boxes("net 10.0.0.0/8 and tcp port (80 or 443) and not host 10.9.9.9"))
                .hasSize(4);
    }

    @Test
    void whatIsImpliedIsNotStated() throws FilterSyntaxException {
        Box web = boxes("ip and tcp and src port 80").getFirst();
        assertThat(web.statedFields())
                .containsExactly(HeaderField.NETWORK, HeaderField.PROTOCOL, HeaderField.SOURCE_PORT);
        assertThat(web.values(HeaderField.TCP_FLAGS)).isEqualTo(HeaderField.TCP_FLAGS.present());
        assertThat(web.values(HeaderField.ICMP_TYPE)).isEqualTo(HeaderField.ICMP_TYPE.none());
        assertThat(boxes("src host 10.1.1.1").getFirst().statedFields()).containsExactly(HeaderField.SOURCE);
    }

    @Test
    void neighboursAndTransportsJoin() throws FilterSyntaxException {
        assertThat(boxes("tcp src port 80 or udp src port 80 or sctp src port 80"))
                .isEqualTo(boxes("src port 80"));
        assertThat(boxes("src net 10.0.0.0/9 or src net 10.128.0.0/9")).isEqualTo(boxes("src net 10.0.0.0/8"));
        assertThat(boxes("src host 10.1.1.1 or src net 10.0.0.0/8")).isEqualTo(boxes("src net 10.0.0.0/8"));
        assertThat(boxes("tcp or not tcp")).containsExactly(Box.everything());
    }

    @Test
    void contradictionsLeaveNothing() throws FilterSyntaxException {
        assertThat(boxes("tcp and udp")).isEmpty();
        assertThat(boxes("arp and port 80")).isEmpty();
        assertThat(boxes("src host 10.1.1.1 and dst host 2001:db8::1")).isEmpty();
        assertThat(boxes("icmp[icmptype] == 8 and ip6")).isEmpty();
        assertThat(boxes("ip[8] < 5 and not (ip[8] < 5)")).isEmpty();
    }

    @Test
    void whetherAnythingIsSelectedIsKnownWithoutAllThatIs() throws FilterSyntaxException {
        int nothing = 0;
        for (Filter filter : RandomFilters.some(25, 1_000)) {
            Filter outside = new Filter.Not(filter);
            Filter both = new Filter.And(
                    List.of(filter, RandomFilters.some(nothing, 1).getFirst(), filter));
            for (Filter asked : List.of(filter, outside, both, new Filter.And(List.of(outside, both)))) {
                if (Boxes.of(asked, CAP) instanceof BoxUnion.Union(var boxes)) {
                    nothing += boxes.isEmpty() ? 1 : 0;
                    assertThat(Boxes.selectsNothing(asked, CAP))
                            .as(FilterPrinter.print(asked))
                            .isEqualTo(boxes.isEmpty());
                }
            }
        }
        assertThat(nothing).isGreaterThan(900);
        assertThat(Boxes.selectsNothing(FilterParser.parse(many("not (host 10.1.%d.1 and port %d)")), 2))
                .isFalse();
        assertThat(Boxes.selectsNothing(
                        FilterParser.parse("tcp and udp and (" + many("port %d or host 10.1.%d.1") + ")"), 2))
                .isTrue();
    }

    private static String many(String term) {
        return IntStream.range(0, 100)
                .mapToObj(number -> "(" + term.formatted(number, number) + ")")
                .collect(Collectors.joining(" and "));
    }

    @Test
    void theCapIsSaid() {
        assertThat(Boxes.of(new Filter.Or(List.of(port(1), port(3))), 1)).isEqualTo(new BoxUnion.TooMany(1));
    }

    private static Filter port(int number) {
        return new Filter.Port(Transport.TCP, Side.EITHER, number, number);
    }

    private static List<Box> boxes(String text) throws FilterSyntaxException {
        return Boxes.of(FilterParser.parse(text), CAP) instanceof BoxUnion.Union(var boxes) ? boxes : List.of();
    }
}
