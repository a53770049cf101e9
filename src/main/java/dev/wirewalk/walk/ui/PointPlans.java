package dev.wirewalk.walk.ui;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.InvalidOptionException;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import dev.wirewalk.profile.BadProfileException;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.Point;
import dev.wirewalk.topology.draft.CheckedPath;
import dev.wirewalk.topology.draft.PointDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans captures of the flow, point by point, each with the point's own tool. */
final class PointPlans {
    private static final String INTERFACE = "interface";
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
        try {
            Optional<ToolProfile> profile = tools.profile(point.tool());
            if (profile.isEmpty()) {
                return new Told("There is no tool “" + point.tool() + "” here; choose another to get a command.");
            }
            return new Planned(best(profile.get(), point, flow.get(), checked));
        } catch (InvalidOptionException refused) {
            return new Told(String.valueOf(refused.getMessage()));
        } catch (BadProfileException broken) {
            return new Told("The profile of this tool cannot be used: " + broken.getMessage());
        }
    }

    /** With address resolution and ICMP errors where the tool can say that at once; they settle many questions. */
    private CapturePlan best(ToolProfile profile, PointDraft point, FlowHint flow, CheckedPath checked)
            throws InvalidOptionException {
        CapturePlan around = tools.plan(profile, around(flow), settings(profile, point, checked));
        return around.coverage() == Coverage.EXACT && around.runs() == 1
                ? around
                : tools.plan(profile, only(flow), settings(profile, point, checked));
    }

    private static Map<String, String> settings(ToolProfile profile, PointDraft point, CheckedPath checked) {
        Map<String, String> settings = new HashMap<>();
        if (!point.interfaceName().isBlank() && profile.option(INTERFACE).isPresent()) {
            settings.put(INTERFACE, point.interfaceName().strip());
        }
        int number = numberOnDevice(point, checked);
        if (number > 1) {
            profile.options().stream()
                    .filter(ToolOption::perRun)
                    .forEach(option -> settings.put(option.name(), numbered(option.defaultValue(), number)));
        }
        return settings;
    }

    /** Captures at two points of one device run at once, so that the second must not write over the first. */
    private static int numberOnDevice(PointDraft point, CheckedPath checked) {
        List<String> names = checked.path().stream()
                .flatMap(path -> path.points().stream())
                .filter(each -> each.device().equals(point.device().strip()))
                .map(Point::name)
                .toList();
        return names.indexOf(point.name().strip()) + 1;
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        boolean ending = dot > name.lastIndexOf('/') + 1;
        return name.isEmpty()
                ? name
                : ending ? name.substring(0, dot) + "-" + number + name.substring(dot) : name + number;
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
