package dev.wirewalk.build.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.filter.PacketHeaders;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterFormTest {
    @Test
    void aFormSelectsThePacketsOfTheFilterItWasMadeFrom() {
        for (Filter filter : RandomFilters.some(20_26, 2_000)) {
            FilterForm.Reading read = FilterForm.of(filter).read();
            assertThat(read.complete()).as("%s", filter).isTrue();
            for (PacketHeaders packet : RandomPackets.some(7, 50)) {
                assertThat(FilterMeaning.matches(read.filter(), packet))
                        .as("%s on %s", filter, packet)
                        .isEqualTo(FilterMeaning.matches(filter, packet));
            }
        }
    }

    @Test
    void everyTermOfTheLanguageKeepsItsMeaning() {
        List<? extends PacketHeaders> packets = RandomPackets.whole(8, 200);
        for (Filter filter : RandomFilters.whole(20_27, 1_000)) {
            FilterForm.Reading read = FilterForm.of(filter).read();
            assertThat(read.complete()).as("%s", filter).isTrue();
            for (PacketHeaders packet : packets) {
                assertThat(FilterMeaning.matches(read.filter(), packet))
                        .as("%s on %s", filter, packet)
                        .isEqualTo(FilterMeaning.matches(filter, packet));
            }
        }
    }

    @Test
    void rowsBelowATagAreLookedForBehindIt() throws FilterSyntaxException {
        FilterForm form = FilterForm.of(FilterParser.parse("vlan 100 and host 10.0.0.1 and port 80"));
        assertThat(form.root().parts()).hasSize(3).allMatch(FormRow.class::isInstance);
        form.root().remove(form.root().parts().getFirst());
        form.root().add(new FormRow(TermKind.VLAN, Qualifier.EITHER, "7"));
        form.root().add(new FormRow(TermKind.MAC, Qualifier.SOURCE, "00:1b:21:3c:9d:f8"));
        assertThat(FilterPrinter.print(form.read().filter()))
                .isEqualTo("host 10.0.0.1 and port 80 and (vlan 7 and ether src 00:1b:21:3c:9d:f8)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vlan 100 and host 10.20.30.40",
                "host 10.20.30.40 or (vlan 100 and host 10.20.30.40)",
                "ether src 00:1b:21:3c:9d:f8 and ether proto 0x88cc",
                "greater 1000 and less 1500",
                "host 10.20.30.40 and port 80",
                "host 10.20.30.40 and tcp port 80 and not src net 10.9.0.0/16",
                "not (host 192.0.2.10 and tcp port 22)",
                "arp or icmp6[0] == 135 or udp dst portrange 5000-5010",
                "tcp[tcpflags] == (tcp-syn|tcp-ack) or tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn",
                "ip proto 47 or proto 50 or icmp",
            })
    void whatPeopleWriteComesBackWordForWord(String text) throws FilterSyntaxException {
        FilterForm form = FilterForm.of(FilterParser.parse(text));
        assertThat(FilterPrinter.print(form.read().filter())).isEqualTo(FilterPrinter.print(FilterParser.parse(text)));
        assertThat(texts(form.root())).as("shown as text only").isEmpty();
    }

    @Test
    void whatNoRowCanSayIsShownAsItsTextAndKept() throws FilterSyntaxException {
        FilterForm form = FilterForm.of(FilterParser.parse("host 10.0.0.1 and ip[8] < 5"));
        assertThat(texts(form.root())).extracting(FormText::text).containsExactly("ip[8] < 5");
        assertThat(FilterPrinter.print(form.read().filter())).isEqualTo("host 10.0.0.1 and (ip[8] < 5)");
    }

    @Test
    void noLineAtAllMeansEveryPacket() {
        FilterForm form = FilterForm.of(Filter.ANY);
        form.root().setKind(FormGroup.Kind.NONE);
        assertThat(form.read().filter()).isEqualTo(Filter.ANY);
        assertThat(form.read().complete()).isTrue();
    }

    @Test
    void anEmptyGroupInsideIsAProblemAndNotGuessedAway() {
        FilterForm form = FilterForm.of(Filter.ANY);
        FormGroup inner = new FormGroup(FormGroup.Kind.ANY, List.of());
        form.root().add(inner);
        assertThat(form.read().problems()).containsOnlyKeys(inner);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "HOST; ; missing",
                "HOST;10.20.30; not a whole",
                "HOST;server1; not looked up",
                "HOST;10.0.0.0/8; choose net",
                "HOST;10.20.30.40 or host 1.2.3.4; not an address",
                "NET;10.9.1.0/16; 10.9.0.0/16 is the network",
                "NET;10.0.0.0/33; 0 to 32",
                "NET;10.0.0.0; not a network",
                "PORT;65536; 0 to 65535",
                "TCP_PORT;90-80; 80-90",
                "UDP_PORT;domain; not a port",
                "PROTOCOL;host 10.0.0.1; not a protocol",
                "PROTOCOL;256; 0 to 255",
                "TCP_FLAGS;sin; the flags are",
                "ICMP_TYPE;999999999999; 0 to 255",
            })
    void aWrongValueIsNamedAtItsRow(TermKind kind, String value, String expected) {
        FormRow row = new FormRow(kind, Qualifier.EITHER, value == null ? "" : value);
        FilterForm form = FilterForm.of(Filter.ANY);
        form.root().add(row);
        assertThat(form.read().problems())
                .hasEntrySatisfying(row, problem -> assertThat(problem).contains(expected));
    }

    @Test
    void aFlagThatIsToBeClearNeedsTheWordsThatCanSaySo() {
        FormRow row = new FormRow(TermKind.TCP_FLAGS_IPV4, Qualifier.SOME, "syn !ack");
        FilterForm form = FilterForm.of(Filter.ANY);
        form.root().add(row);
        assertThat(form.read().complete()).isFalse();
        row.setQualifier(Qualifier.THESE);
        assertThat(FilterPrinter.print(form.read().filter())).isEqualTo("tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn");
    }

    @Test
    void anotherKindKeepsTheValueAndDropsWhatDoesNotFit() {
        FormRow row = new FormRow(TermKind.HOST, Qualifier.SOURCE, "10.0.0.1");
        row.setKind(TermKind.NET);
        assertThat(row.qualifier()).isEqualTo(Qualifier.SOURCE);
        assertThat(row.value()).isEqualTo("10.0.0.1");
        row.setKind(TermKind.TCP_FLAGS);
        assertThat(row.qualifier()).isEqualTo(Qualifier.SOME);
        row.setKind(TermKind.FRAME);
        assertThat(row.value()).isEqualTo("ip");
    }

    @Test
    void everyPresetIsAFilterThatTheFormCanShow() throws FilterSyntaxException {
        for (Preset preset : Preset.DAILY) {
            FilterForm form = FilterForm.of(FilterParser.parse(preset.filter()));
            assertThat(texts(form.root())).as(preset.name()).isEmpty();
            assertThat(form.root().parts()).as(preset.name()).isNotEmpty();
        }
    }

    private static List<FormText> texts(FormGroup group) {
        return group.parts().stream()
                .flatMap(part -> switch (part) {
                    case FormText text -> List.of(text).stream();
                    case FormGroup inner -> texts(inner).stream();
                    case FormRow _ -> List.<FormText>of().stream();
                })
                .toList();
    }
}
