package dev.wirewalk.command.path;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The captures for all points of a path. The components are the JSON of {@code command --path --json}, in that order.
 *
 * @param filter what was asked for, in the addresses that the client uses and in the pcap-filter language
 * @param points in the order of the forward path
 * @param unplanned the points without commands
 */
@JsonPropertyOrder({"filter", "points", "unplanned"})
public record PathPlan(String filter, List<PointPlan> points, List<Unplanned> unplanned) {
    public PathPlan {
        points = List.copyOf(points);
        unplanned = List.copyOf(unplanned);
    }

    /** @param reason one sentence */
    @JsonPropertyOrder({"point", "reason"})
    public record Unplanned(String point, String reason) {}
}
