package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.profile.CheckTemplate;
import dev.wirewalk.profile.Quoting;
import dev.wirewalk.profile.Risk;
import dev.wirewalk.profile.ToolProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The checks of the profiles at places of all kinds: right addresses, nothing made up, and no second command. */
class ChecksTest {
    private static final CheckPlace.Ends INSIDE = ends("10.1.1.1", 40000, "10.2.2.2", 443);
    private static final CheckPlace.Ends OUTSIDE = ends("192.0.2.1", 1024, "198.51.100.2", 8443);
    private static final CheckPlace.Ends IPV6 = ends("2001:db8::1", 40000, "2001:db8:1::2", 443);

    private static final List<String> HOSTILE = List.of(
            "eth0; reload",
            "$(reboot)",
            "`reboot`",
            "a\nreload",
            "a\r\nreload",
            "a|b",
            "a>b",
            "-w",
            "a b",
            "?",
            "a'b",
            "a\"b",
            "a&b",
            "~root",
            "*",
            "a#b",
            "{a,b}",
            "é",
            "a\u2028b",
            "any",
            "");

    private final ToolCatalogue catalogue = ToolCatalogue.standard();

    @Test
    void linuxIsAskedForItsRouteAndItsNeighbour() throws Exception {
        assertThat(commands("tcpdump", place("syn", "between", "silent_drop", "tcp", false)))
                .contains("ip route get 198.51.100.2", "ip neigh show to 192.0.2.254 dev outside", "nft list ruleset")
                .noneMatch(command -> command.startsWith("ss "));
        assertThat(commands("tcpdump", place("synack", "between", "silent_drop", "tcp", true)))
                .contains("ip route get 192.0.2.1");
    }

    @Test
    void aServerIsAskedWhoListens() throws Exception {
        assertThat(commands("tcpdump", place("application", "server", "server_hang", "tcp", true)))
                .contains("ss -ltn sport = :8443")
                .noneMatch(command -> command.contains("route"));
        assertThat(commands("tcpdump", place("data", "server", "server_silent", "udp", false)))
                .contains("ss -lun sport = :8443");
    }

    @Test
    void anotherSystemIsAskedInItsOwnWords() throws Exception {
        CheckPlace linux = place("syn", "client", "client_no_route", "tcp", false);
        assertThat(commands("tcpdump", with(linux, Map.of("system", "macos"))))
                .contains("route -n get 198.51.100.2")
                .noneMatch(command -> command.startsWith("ip "));
    }

    @Test
    void aFirewallIsGivenThePacketAsItComesIn() throws Exception {
        assertThat(commands("cisco-asa-capture", place("syn", "between", "silent_drop", "tcp", false)))
                .contains(
                        "packet-tracer input inside tcp 10.1.1.1 40000 10.2.2.2 443",
                        "show route 198.51.100.2",
                        "show conn address 192.0.2.1",
                        "show asp drop");
        assertThat(commands("fortigate-sniffer", place("syn", "between", "silent_drop", "tcp", false)))
                .anyMatch(command -> command.equals("""
                        diagnose sys session filter clear
                        diagnose sys session filter src 10.1.1.1
                        diagnose sys session filter dst 10.2.2.2
                        diagnose sys session list"""));
    }

    @Test
    void whatCanHarmSaysSo() throws Exception {
        ToolProfile profile = catalogue.profile("checkpoint-fw-monitor").orElseThrow();
        assertThat(Checks.of(profile, place("syn", "between", "silent_drop", "tcp", false)))
                .filteredOn(check -> check.command().startsWith("fw ctl zdebug"))
                .singleElement()
                .extracting(Check::risk)
                .isEqualTo(Risk.DANGER);
    }

    @Test
    void whatIsNotKnownIsNotMadeUp() throws Exception {
        for (ToolProfile profile : catalogue.profiles()) {
            for (CheckTemplate template : profile.checks()) {
                CheckPlace nothing = unknown(fitting(template));
                assertThat(Checks.of(profile, nothing))
                        .as(profile.id())
                        .allSatisfy(check ->
                                assertThat(check.command()).doesNotContainPattern("\\d\\.\\d|[{}\\[\\]]|  | $"));
            }
        }
    }

    /** Each check of each tool, at the place that it asks for and with names that try to be more than a name. */
    @Test
    void noNameBecomesASecondCommand() throws Exception {
        int written = 0;
        for (ToolProfile profile : catalogue.profiles()) {
            for (CheckTemplate template : profile.checks()) {
                for (String name : HOSTILE) {
                    CheckPlace place = named(fitting(template), name);
                    for (Check check : Checks.of(profile, place)) {
                        assertThat(check.command().split("[ \n]")).doesNotContain("any");
                        assertThat(check.command()).matches(signs(profile.quoting()));
                        written++;
                    }
                }
                assertThat(Checks.of(profile, named(fitting(template), "eth0")))
                        .as("%s can be typed somewhere", template.lines())
                        .anyMatch(check -> check.why().equals(template.why()));
            }
        }
        assertThat(written).isPositive();
    }

    /** A pipe and its word are the profile's own. */
    private static String signs(Quoting quoting) {
        return quoting == Quoting.SHELL || quoting == Quoting.SHELL_WORDS
                ? "[A-Za-z0-9 ._:/@+,=|\\n-]*"
                : "[A-Za-z0-9 ._:/@,\\n-]*";
    }

    private List<String> commands(String tool, CheckPlace place) throws Exception {
        return Checks.of(catalogue.profile(tool).orElseThrow(), place).stream()
                .map(Check::command)
                .toList();
    }

    private static CheckPlace place(String stage, String role, String cause, String protocol, boolean answers) {
        return new CheckPlace(
                Optional.of(stage),
                role,
                Optional.of(cause),
                protocol,
                Optional.of(OUTSIDE),
                Optional.of(INSIDE),
                answers,
                IpAddress.parse("192.0.2.254"),
                Optional.of("outside"),
                Optional.of("inside"),
                Map.of());
    }

    /** A place at which the check is made when all of its values are known. */
    private static CheckPlace fitting(CheckTemplate template) {
        CheckTemplate.When when = template.when();
        Map<String, String> settings = new java.util.HashMap<>();
        when.has().forEach((name, values) -> settings.put(name, first(values, "")));
        CheckPlace place = place(
                first(when.stages(), "syn"),
                first(when.roles(), "between"),
                first(when.causes(), "silent_drop"),
                first(when.protocols(), "tcp"),
                false);
        CheckPlace set = with(place, settings);
        return when.networks().contains("ipv6") ? ends(set, Optional.of(IPV6), Optional.of(IPV6)) : set;
    }

    private static String first(Set<String> words, String otherwise) {
        return words.isEmpty() ? otherwise : new TreeSet<>(words).first();
    }

    private static CheckPlace with(CheckPlace place, Map<String, String> settings) {
        return new CheckPlace(
                place.stage(),
                place.role(),
                place.cause(),
                place.protocol(),
                place.here(),
                place.entry(),
                place.answers(),
                place.nextHop(),
                place.interfaceName(),
                place.entryInterface(),
                settings);
    }

    private static CheckPlace ends(CheckPlace place, Optional<CheckPlace.Ends> here, Optional<CheckPlace.Ends> entry) {
        return new CheckPlace(
                place.stage(),
                place.role(),
                place.cause(),
                place.protocol(),
                here,
                entry,
                place.answers(),
                place.nextHop(),
                place.interfaceName(),
                place.entryInterface(),
                place.settings());
    }

    private static CheckPlace named(CheckPlace place, String name) {
        return new CheckPlace(
                place.stage(),
                place.role(),
                place.cause(),
                place.protocol(),
                place.here(),
                place.entry(),
                place.answers(),
                place.nextHop(),
                Optional.of(name),
                Optional.of(name),
                place.settings());
    }

    private static CheckPlace unknown(CheckPlace place) {
        return new CheckPlace(
                place.stage(),
                place.role(),
                place.cause(),
                place.protocol(),
                Optional.empty(),
                Optional.empty(),
                place.answers(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                place.settings());
    }

    private static CheckPlace.Ends ends(String client, int clientPort, String server, int port) {
        return new CheckPlace.Ends(
                IpAddress.parse(client).orElseThrow(),
                OptionalInt.of(clientPort),
                IpAddress.parse(server).orElseThrow(),
                OptionalInt.of(port));
    }
}
