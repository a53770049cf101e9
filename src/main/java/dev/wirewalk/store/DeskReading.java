package dev.wirewalk.store;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.inspection.Inspection;
import dev.wirewalk.inspection.InspectionProgress;
import dev.wirewalk.inspection.Inspector;
import java.nio.file.Path;
import java.time.Duration;

/** The one pass over a file of the desk, as a job that reports and can be cancelled. */
final class DeskReading {
    private DeskReading() {}

    /**
     * @param name as the person called it
     * @param between at least this long between two reports
     */
    static OpenFile inspect(String name, Path path, WalkJob.Progress progress, Duration between) {
        CaptureFile capture = opened(path);
        boolean done = false;
        try {
            Inspection inspection = new Inspector(listening(progress, between), true).inspect(capture, name);
            done = true;
            return new OpenFile(capture, inspection);
        } finally {
            if (!done) {
                capture.close();
            }
        }
    }

    /** The name on the disk is nothing that a person knows, so the sentence does without it. */
    private static CaptureFile opened(Path path) {
        try {
            return CaptureFile.open(path);
        } catch (UnreadableCapture unreadable) {
            throw new IllegalStateException("It " + unreadable.reason() + ". It is not kept.", unreadable);
        }
    }

    private static InspectionProgress listening(WalkJob.Progress progress, Duration between) {
        ProgressPulse pulse = new ProgressPulse(between);
        return new InspectionProgress() {
            @Override
            public void at(long doneBytes, long totalBytes) {
                if (pulse.due()) {
                    progress.report("reading", doneBytes, totalBytes);
                }
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }
}
