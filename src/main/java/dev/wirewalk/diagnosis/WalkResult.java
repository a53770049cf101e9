package dev.wirewalk.diagnosis;

import java.util.List;

/**
 * What a walk found.
 *
 * @param verdict the first fault on the flow's way, or that it works, or that the captures do not tell
 * @param others further faults of the same flow
 * @param captureIssues what is wrong with the captures, not with the network
 * @param questions every question that was asked, in path order
 * @param mappings under which addresses the flow appears at other points
 * @param clocks how far the clocks of two points are apart
 * @param loss packets sent and missing between neighbouring points
 * @param next captures that would settle what stayed open
 * @param ladder the flow packet by packet, from point to point
 * @param pairing how surely packets at neighbouring points were found to be the same
 * @param notes what a reader of the verdict must know beside it, such as an answer by hand that the captures contradict
 * @param delays how long packets took between points, and to their answers
 * @param courses what became of the packets between neighbouring points, over time
 */
public record WalkResult(
        Verdict verdict,
        List<Verdict> others,
        List<CaptureIssue> captureIssues,
        List<Answered> questions,
        List<Mapping> mappings,
        List<ClockOffset> clocks,
        List<Loss> loss,
        List<NextCapture> next,
        Ladder ladder,
        List<PairingCount> pairing,
        List<String> notes,
        Delays delays,
        List<SegmentCourse> courses) {
    public WalkResult {
        others = List.copyOf(others);
        captureIssues = List.copyOf(captureIssues);
        questions = List.copyOf(questions);
        mappings = List.copyOf(mappings);
        clocks = List.copyOf(clocks);
        loss = List.copyOf(loss);
        next = List.copyOf(next);
        pairing = List.copyOf(pairing);
        notes = List.copyOf(notes);
        courses = List.copyOf(courses);
    }
}
