package dev.wirewalk.store;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.diagnosis.Evidence;
import dev.wirewalk.diagnosis.WalkResult;
import java.io.Serial;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads the packets that a result names, so that they can be shown beside the answers: a few in each file. */
final class EvidenceReader {
    private EvidenceReader() {}

    /** Ends a pass as soon as the last packet that is wanted was seen. */
    private static final class AllSeen extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        AllSeen() {
            super("all packets were seen", null, false, false);
        }
    }

    static Map<Evidence, EvidencePacket> read(WalkResult result, FileNames names) {
        Map<String, Set<Long>> wanted = new HashMap<>();
        result.questions()
                .forEach(question -> question.evidence()
                        .forEach(evidence -> wanted.computeIfAbsent(evidence.file(), file -> new HashSet<>())
                                .add(evidence.frame())));
        Map<Evidence, EvidencePacket> packets = new HashMap<>();
        wanted.forEach((file, frames) -> names.path(file).ifPresent(path -> read(file, path, frames, packets)));
        return packets;
    }

    private static void read(String file, Path path, Set<Long> frames, Map<Evidence, EvidencePacket> packets) {
        try (CaptureFile capture = CaptureFile.open(path)) {
            capture.read(frame -> {
                if (frames.remove(frame.number())) {
                    packets.put(new Evidence(file, frame.number()), EvidencePacket.of(frame));
                }
                if (frames.isEmpty()) {
                    throw new AllSeen();
                }
            });
        } catch (AllSeen seen) {
            // The rest of the file says nothing about the answers.
        } catch (UnreadableCapture gone) {
            // Removed while the walk was at work: its numbers stay, its packets cannot be shown.
        }
    }
}
