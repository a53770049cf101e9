package dev.wirewalk.match;

import dev.wirewalk.topology.Path;
import java.util.List;
import java.util.Optional;

/**
 * The followed flow along the path.
 *
 * @param flow the flow as the first point that saw it names it; empty when there is no such flow in any capture
 * @param points one trace per point of the path, in the path's order
 * @param earlier connections with the same ends before the followed one
 * @param shifted names of points behind a box that changes TCP sequence numbers
 * @param limits what the points' files say of the filters that they were made with
 * @param simulations what devices said they would do with a packet of the flow
 * @param remarks what devices said in words about the flow's packets, in the order of points, files and lines
 */
public record FlowTrace(
        Path path,
        Optional<FlowKey> flow,
        List<PointTrace> points,
        int earlier,
        List<String> shifted,
        List<CaptureLimit> limits,
        List<Simulation> simulations,
        List<Remark> remarks) {
    FlowTrace with(List<CaptureLimit> told, List<Simulation> imagined, List<Remark> said) {
        return new FlowTrace(
                path, flow, points, earlier, shifted, List.copyOf(told), List.copyOf(imagined), List.copyOf(said));
    }

    /** Whether what is known from the point are a device's decisions about single packets. */
    public boolean decides(PointTrace point) {
        return remarks.stream()
                .anyMatch(remark -> remark.decides() && remark.point().equals(point.name()));
    }

    public PointTrace trace(String name) {
        return points.stream()
                .filter(trace -> trace.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
