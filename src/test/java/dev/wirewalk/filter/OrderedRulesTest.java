package dev.wirewalk.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderedRulesTest {
    private static final int CAP = 256;

    @Test
    void decideRandomPacketsAsTheFilterDoes() {
        List<TestPacket> packets = RandomPackets.some(31, 500);
        int decided = 0;
        for (Filter filter : RandomFilters.some(32, 500)) {
            if (OrderedRules.of(filter, CAP) instanceof RuleList.Rules list) {
                decided++;
                for (TestPacket packet : packets) {
                    assertThat(list.permits(packet))
                            .as("%s%n%s%n%s", FilterPrinter.print(filter), list, packet)
                            .isEqualTo(FilterMeaning.matches(filter, packet));
                }
            }
        }
        assertThat(decided).isGreaterThan(490);
    }

    @Test
    void anExceptionIsDeniedFirst() throws FilterSyntaxException {
        List<RuleList.Rule> rules = rules("src net 10.0.0.0/8 and not src host 10.9.9.9");
        assertThat(rules).extracting(RuleList.Rule::permit).containsExactly(false, true);
        assertThat(rules.getLast().box()).isEqualTo(box("src net 10.0.0.0/8"));
        assertThat(rules("net 10.0.0.0/8 and tcp port (80 or 443) and not host 10.9.9.9"))
                .extracting(RuleList.Rule::permit)
                .containsExactly(false, false, true, true, true, true);
    }

    @Test
    void anExceptionOfOnePartDoesNotReachTheOther() throws FilterSyntaxException {
        List<RuleList.Rule> rules = rules("(src host 10.1.1.1 and not udp) or dst host 10.2.2.2");
        assertThat(rules).extracting(RuleList.Rule::permit).containsExactly(true, false, true);
        assertThat(rules.getFirst().box()).isEqualTo(box("dst host 10.2.2.2"));
    }

    @Test
    void whatNoPacketReachesIsLeftOut() throws FilterSyntaxException {
        assertThat(rules("not not src host 10.1.1.1")).hasSize(1);
        assertThat(rules("not (tcp and udp)")).containsExactly(new RuleList.Rule(true, Box.everything()));
        assertThat(rules("tcp and not ip and not ip6")).isEmpty();
    }

    @Test
    void theCapIsSaid() throws FilterSyntaxException {
        assertThat(OrderedRules.of(FilterParser.parse("host 10.1.1.1 and port 80"), 3))
                .isEqualTo(new RuleList.TooMany(3));
    }

    private static Box box(String text) throws FilterSyntaxException {
        return rules(text).getFirst().box();
    }

    private static List<RuleList.Rule> rules(String text) throws FilterSyntaxException {
        return OrderedRules.of(FilterParser.parse(text), CAP) instanceof RuleList.Rules(var rules) ? rules : List.of();
    }
}
