package dev.wirewalk.report;

import dev.wirewalk.diagnosis.Answered;
import dev.wirewalk.diagnosis.Evidence;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.match.IcmpError;
import dev.wirewalk.match.NeighbourMessage;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which frames matter: those of the flow, those that speak of it, and those that an answer rests on. */
final class EvidenceFrames {
    /** Of each point; a flow of more packets is shown by its first ones and whatever answers rest on. */
    static final int MOST = 50_000;

    private final Map<Evidence, List<String>> comments = new HashMap<>();

    EvidenceFrames(WalkResult result) {
        for (Answered question : result.questions()) {
            for (Evidence seen : question.evidence()) {
                comments.computeIfAbsent(seen, _ -> new ArrayList<>())
                        .add(question.text() + " " + question.answer().word());
            }
        }
    }

    /** The frames of one point by file name and number, each with what is said of it. */
    Map<Evidence, List<String>> at(PointTrace point) {
        Map<Evidence, List<String>> frames = new HashMap<>();
        point.packets().stream().limit(MOST).forEach(packet -> add(frames, of(packet)));
        point.errors().stream().limit(MOST).forEach(error -> add(frames, of(error)));
        point.neighbours().stream().limit(MOST).forEach(message -> add(frames, of(message)));
        comments.forEach((frame, said) -> {
            boolean here = point.point().files().stream()
                    .anyMatch(file -> frame.file().equals(String.valueOf(file.getFileName())));
            if (here) {
                frames.put(frame, said);
            }
        });
        return frames;
    }

    /** How many packets of the flow are left out at this point. */
    static int leftOut(PointTrace point) {
        return Math.max(0, point.packets().size() - MOST);
    }

    private void add(Map<Evidence, List<String>> frames, Evidence frame) {
        frames.put(frame, comments.getOrDefault(frame, List.of()));
    }

    private static Evidence of(Observation packet) {
        return new Evidence(packet.file(), packet.frame());
    }

    private static Evidence of(IcmpError error) {
        return new Evidence(error.file(), error.frame());
    }

    private static Evidence of(NeighbourMessage message) {
        return new Evidence(message.file(), message.frame());
    }
}
