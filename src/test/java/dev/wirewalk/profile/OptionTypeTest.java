package dev.wirewalk.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionTypeTest {
    @Test
    void numbersHaveBothEnds() {
        OptionType port = new OptionType.WholeNumber(1, 10);
        assertThat(List.of("1", "10", "007")).allMatch(port::admits);
        assertThat(List.of("0", "11", "-1", "+1", "1.5", "1e1", "\u0661", "99999999999999999999", "1 "))
                .noneMatch(port::admits);
        assertThat(port.written("007")).isEqualTo("7");
    }

    @Test
    void namesBeginWithALetterAndAreNoKeyword() {
        OptionType name = new OptionType.Identifier(5, Set.of("match"));
        assertThat(List.of("WW", "w-1_2")).allMatch(name::admits);
        assertThat(List.of("-w", "1w", "abcdef", "Match", "w.x", "w x", "é")).noneMatch(name::admits);
    }

    @Test
    void interfacesMayHaveUnitsAndDots() {
        OptionType name = new OptionType.InterfaceName(15, Set.of());
        assertThat(List.of("eth0", "eth0.100", "any", "br-lan", "veth1@if2", "Gi0/1"))
                .allMatch(name::admits);
        assertThat(List.of("-i", ".eth", "eth0 -w x", "eth0;x", "abcdefghijklmnop"))
                .noneMatch(name::admits);
    }

    @Test
    void filesStayWhereTheyAreNamed() {
        OptionType file = new OptionType.FileName(30);
        assertThat(List.of("/tmp/a.pcap", "a", "x/y-1_z+.cap")).allMatch(file::admits);
        assertThat(List.of("-w", "../a", "/tmp/../etc/x", "/tmp/", "a b", "~/x", "a*", "$HOME", "a'b"))
                .noneMatch(file::admits);
    }

    @Test
    void wordsHaveTheSignsOfTheirOption() {
        OptionType word = new OptionType.Word(20, "./@-");
        assertThat(word.admits("")).isFalse();
        assertThat(List.of("web-0", "/Common/vlan100", "0.0", "root@192.0.2.1")).allMatch(word::admits);
        assertThat(List.of("-x", ".x", "@x", "a:b", "a b", "a/../b", "a;b", "é", "a'b", "abcdefghijklmnopqrstu"))
                .noneMatch(word::admits);
        assertThat(word.rule())
                .isEqualTo("a word of at most 20 letters and digits and the signs . / @ -, not starting with a sign"
                        + " other than / and _, without ..");
    }

    @Test
    void modulesAreKnownWithTheirFlags() {
        OptionType modules =
                new OptionType.Modules(ModuleTree.named(Map.of("fw", List.of("drop", "conn"), "UP", List.of("error"))));
        assertThat(List.of("fw + drop", "fw + drop conn, UP + all")).allMatch(modules::admits);
        assertThat(List.of(
                        "fw",
                        "fw + ",
                        "fw + nosuch",
                        "FW + drop",
                        "fw+drop",
                        "fw + drop;id",
                        "fw + drop, fw + conn",
                        "x + all"))
                .noneMatch(modules::admits);
        assertThat(modules.words("fw + drop conn, UP + all")).containsExactly("drop", "conn", "all");
    }

    @Test
    void serversAreAddresses() {
        OptionType server = new OptionType.ServerAddress();
        assertThat(List.of("10.0.0.5", "2001:db8::1")).allMatch(server::admits);
        assertThat(List.of("host", "10.0.0", "10.0.0.5/x", "::1%eth0")).noneMatch(server::admits);
        assertThat(server.written("2001:db8::1")).isEqualTo("[2001:db8::1]");
    }

    @Test
    void addressesAreWrittenInTheirShortForm() {
        OptionType address = new OptionType.Address(Optional.empty());
        assertThat(List.of("10.0.0.5", "2001:db8::1")).allMatch(address::admits);
        assertThat(List.of("host", "10.0.0", "10.0.0.5/8", "10.0.0.5;x")).noneMatch(address::admits);
        assertThat(address.written("2001:0db8:0::1")).isEqualTo("2001:db8::1");
        OptionType four = new OptionType.Address(Optional.of(IpVersion.V4));
        assertThat(four.admits("10.0.0.5")).isTrue();
        assertThat(four.admits("2001:db8::1")).isFalse();
        assertThat(four.rule()).isEqualTo("an IPv4 address");
    }

    @Test
    void lettersStandOnce() {
        OptionType letters = new OptionType.Letters("iIoO");
        assertThat(List.of("i", "iO", "OoIi")).allMatch(letters::admits);
        assertThat(List.of("ii", "x", "i O")).noneMatch(letters::admits);
    }
}
