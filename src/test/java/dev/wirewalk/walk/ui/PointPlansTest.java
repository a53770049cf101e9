package dev.wirewalk.walk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.PathFile;
import dev.wirewalk.topology.draft.FlowDraft;
import dev.wirewalk.topology.draft.PathDraft;
import dev.wirewalk.topology.draft.PointDraft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PointPlansTest {
    private static final FlowDraft FLOW = new FlowDraft("tcp", "192.0.2.1", "4000", "198.51.100.9", "443");

    private final PointPlans plans = new PointPlans(ToolCatalogue.standard());

    @Test
    void aPointThatSeesAllIsAskedForResolutionAndErrorsToo() {
        CapturePlan plan = planned(0, "tcpdump", FLOW);

        assertThat(plan.coverage()).isEqualTo(Coverage.EXACT);
        assertThat(plan.filters())
                .containsExactly("(host 192.0.2.1 and host 198.51.100.9 and tcp port 443) or arp or icmp");
        assertThat(plan.steps().getFirst().command()).contains("-i eth0");
    }

    @Test
    void twoCapturesOnOneDeviceDoNotWriteOverEachOther() {
        String in = commands(planned(1, "tcpdump", FLOW));
        String out = commands(planned(2, "tcpdump", FLOW));

        assertThat(in).contains("/tmp/wirewalk-fw-in.pcap").doesNotContain("fw-out");
        assertThat(out).contains("/tmp/wirewalk-fw-out.pcap").doesNotContain("fw-in");
    }

    @Test
    void behindATranslationThePointHasTheAddressesOfItsPlace() {
        Path path = PathFile.parse("path.yaml", """
                flow: {protocol: tcp, client: 192.0.2.1, server: 198.51.100.9, port: 443}
                points:
                  - {name: in, device: fw, interface: eth0, tool: tcpdump, files: []}
                  - {name: out, device: fw, interface: eth1, tool: tcpdump, files: [], set: {count: "500"}}
                  - {name: server, device: server, interface: eth0, tool: no-such-tool, files: []}
                nat: [{device: fw, source: {to: 203.0.113.5}}]
                """, java.nio.file.Path.of(""));
        PathDraft draft = PathDraft.of(path);

        assertThat(plans.plan(draft.points().get(1), draft.checked()))
                .isInstanceOfSatisfying(PointPlans.Planned.class, planned -> {
                    assertThat(planned.plan().filters())
                            .containsExactly(
                                    "(host 203.0.113.5 and host 198.51.100.9 and tcp port 443) or arp or icmp");
                    assertThat(commands(planned.plan())).contains("-i eth1", "-c 500", "wirewalk-out.pcap");
                });
    }

    static List<String> tools() {
        return ToolCatalogue.standard().ids();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyToolGetsACommandThatNamesTheFlow(String tool) {
        PathDraft path = PathDraft.fourPoints().withFlow(FLOW);
        String id = path.points().get(1).id();
        // Some tools have interfaces of fixed names only; those are left to their defaults.
        PathDraft changed = path.changed(id, point -> point.with(point.name(), point.device(), "", tool));
        assertThat(plans.plan(changed.points().get(1), changed.checked()))
                .isInstanceOfSatisfying(PointPlans.Planned.class, planned -> {
                    assertThat(planned.plan().coverage()).isNotEqualTo(Coverage.UNSUPPORTED);
                    if (planned.plan().coverage() == Coverage.EXACT) {
                        assertThat(commands(planned.plan())).contains("192.0.2.1", "198.51.100.9");
                    } else {
                        // One setting that must hold both directions may have to leave an address out, and says so.
                        assertThat(planned.plan().gaps()).isNotEmpty();
                    }
                });
    }

    @Test
    void theClientsPortIsLeftOpen() {
        assertThat(commands(planned(0, "tcpdump", FLOW))).doesNotContain("4000");
    }

    @Test
    void otherFlowsHaveTheirOwnFilters() {
        assertThat(planned(0, "tcpdump", new FlowDraft("udp", "::1", "", "::2", ""))
                        .filters())
                .containsExactly("(host ::1 and host ::2 and ip6 proto 17) or icmp6");
        assertThat(planned(0, "tcpdump", new FlowDraft("icmp", "192.0.2.1", "", "192.0.2.2", ""))
                        .filters())
                .containsExactly("(host 192.0.2.1 and host 192.0.2.2 and icmp) or arp or icmp");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(told(0, "", FLOW)).contains("Choose the tool");
        assertThat(told(0, "no-such-tool", FLOW)).contains("There is no tool “no-such-tool”");
        assertThat(told(0, "tcpdump", FlowDraft.EMPTY)).contains("Fill in client and server");
    }

    @Test
    void anInterfaceThatIsNoInterfaceNeverReachesACommand() {
        PathDraft path = PathDraft.fourPoints().withFlow(FLOW);
        PointDraft point = path.points().getFirst().with("client", "client", "eth0; reboot", "tcpdump");
        PathDraft changed = path.changed(point.id(), before -> point);

        assertThat(plans.plan(point, changed.checked()))
                .isInstanceOfSatisfying(
                        PointPlans.Told.class,
                        told -> assertThat(told.sentence()).contains("interface"));
    }

    private CapturePlan planned(int place, String tool, FlowDraft flow) {
        return assertThat(answer(place, tool, flow))
                .isInstanceOf(PointPlans.Planned.class)
                .extracting(answer -> ((PointPlans.Planned) answer).plan())
                .actual();
    }

    private String told(int place, String tool, FlowDraft flow) {
        return assertThat(answer(place, tool, flow))
                .isInstanceOf(PointPlans.Told.class)
                .extracting(answer -> ((PointPlans.Told) answer).sentence())
                .actual();
    }

    private PointPlans.Answer answer(int place, String tool, FlowDraft flow) {
        PathDraft path = PathDraft.fourPoints().withFlow(flow);
        PointDraft before = path.points().get(place);
        PathDraft changed = path.changed(
                before.id(), point -> point.with(point.name(), point.device(), point.interfaceName(), tool));
        return plans.plan(changed.points().get(place), changed.checked());
    }

    private static String commands(CapturePlan plan) {
        return String.join(
                "\n", plan.steps().stream().map(step -> step.command()).toList());
    }
}
