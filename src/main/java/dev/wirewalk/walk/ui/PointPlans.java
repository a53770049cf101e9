package dev.wirewalk.walk.ui;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.command.path.PathPlanException;
import dev.wirewalk.command.path.PathPlanner;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import dev.wirewalk.topology.draft.CheckedPath;
import dev.wirewalk.topology.draft.PointDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans captures of the flow, point by point, each with the point's own tool. */
final class PointPlans {
    /** The protocol numbers of ICMP and ICMPv6 (IANA). */
    private static final int ICMP = 1;

    private static final int ICMP6 = 58;

    private final ToolCatalogue tools;

    PointPlans(ToolCatalogue tools) {
        this.tools = tools;
    }

    /** A plan, or what is missing for one. */
    sealed interface Answer {}

    record Planned(CapturePlan plan) implements Answer {}

    record Told(String sentence) implements Answer {}

    Answer plan(PointDraft point, CheckedPath checked) {
        if (point.tool().isBlank()) {
            return new Told("Choose the tool of this point to get its command.");
        }
        Optional<FlowHint> flow = checked.path().flatMap(path -> path.flow());
        if (flow.isEmpty()) {
            return new Told("Fill in client and server of the flow to get the command for this point.");
        }
        Path path = checked.path().orElseThrow();
        Optional<Point> known = path.points().stream()
                .filter(each -> each.name().equals(point.name().strip()))
                .findFirst();
        if (known.isEmpty() || !tools.ids().contains(point.tool().strip())) {
            return new Told("There is no tool “" + point.tool() + "” here; choose another to get a command.");
        }
        try {
            return new Planned(best(path, known.get(), flow.get()));
        } catch (PathPlanException refused) {
            return new Told(String.valueOf(refused.getMessage()));
        }
    }

    /** With address resolution and ICMP errors where the tool can say that as well as the flow; they settle many questions. */
    private CapturePlan best(Path path, Point point, FlowHint flow) throws PathPlanException {
        PathPlanner planner = new PathPlanner(tools);
        CapturePlan around = planner.plan(path, point, around(flow)).plan();
        if (around.runs() == 1 && around.coverage() == Coverage.EXACT) {
            return around;
        }
        // What a translation hides is hidden either way; what the tool cannot say costs more than it brings.
        CapturePlan only = planner.plan(path, point, only(flow)).plan();
        return around.runs() == 1 && only.gaps().containsAll(around.gaps()) ? around : only;
    }

    static Filter only(FlowHint flow) {
        List<Filter> terms = new ArrayList<>();
        terms.add(new Filter.Host(Side.EITHER, flow.client()));
        terms.add(new Filter.Host(Side.EITHER, flow.server()));
        switch (flow.protocol()) {
            case TCP -> terms.add(carried(flow, Transport.TCP));
            case UDP -> terms.add(carried(flow, Transport.UDP));
            case ICMP -> terms.add(icmp(flow));
        }
        return Filter.all(terms);
    }

    /** The client's port is left open: each new attempt has another one. */
    private static Filter carried(FlowHint flow, Transport transport) {
        return flow.port().isPresent()
                ? new Filter.Port(
                        transport,
                        Side.EITHER,
                        flow.port().getAsInt(),
                        flow.port().getAsInt())
                : new Filter.Protocol(family(flow), transport.number());
    }

    private static Filter around(FlowHint flow) {
        return switch (flow.client().version()) {
            case V4 -> Filter.any(List.of(only(flow), new Filter.Ether(Network.ARP), icmp(flow)));
            case V6 -> Filter.any(List.of(only(flow), icmp(flow)));
        };
    }

    private static Filter icmp(FlowHint flow) {
        return new Filter.Protocol(
                family(flow),
                switch (flow.client().version()) {
                    case V4 -> ICMP;
                    case V6 -> ICMP6;
                });
    }

    private static Families family(FlowHint flow) {
        return switch (flow.client().version()) {
            case V4 -> Families.IPV4;
            case V6 -> Families.IPV6;
        };
    }
}
