package dev.wirewalk.command.path;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.wirewalk.command.CapturePlan;
import java.util.List;

/**
 * What is typed at a point.
 *
 * @param points the points that the one capture covers; more than one when the tool shows all sides of its device at once
 * @param device the box or host
 * @param interfaceName the interface as the device calls it; empty when it is not told
 * @param filter the filter with the addresses of the point, in the pcap-filter language
 * @param plan the tool's commands; its gaps and its coverage count from the filter that was asked for
 */
@JsonPropertyOrder({"points", "device", "interface", "filter", "plan"})
public record PointPlan(
        List<String> points,
        String device,

        @com.fasterxml.jackson.annotation.JsonProperty("interface")
        String interfaceName,

        String filter,
        CapturePlan plan) {
    public PointPlan {
        points = List.copyOf(points);
    }

    /** The points as one name. */
    public String name() {
        return String.join(", ", points);
    }
}
