package dev.wirewalk.inspection;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.ReadReport;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Inspects files, one pass each.
 *
 * @param progress hears how far the pass has come, and may end it
 * @param indexed whether to keep an index of all frames, for a page that shows them
 */
public record Inspector(InspectionProgress progress, boolean indexed) {
    /** For results only: nobody listens, and no index is kept. */
    public static Inspector silent() {
        return new Inspector(InspectionProgress.SILENT, false);
    }

    /**
     * Reads the whole file once.
     *
     * @param name the file as it was given, for the result and its evidence
     * @throws CancellationException when the progress says so
     */
    public Inspection inspect(CaptureFile file, String name) {
        Optional<FrameIndex> index = indexed ? Optional.of(new FrameIndex()) : Optional.empty();
        boolean done = false;
        try {
            InspectionPass pass = new InspectionPass(file.size(), progress, index);
            ReadReport report = file.read(pass);
            progress.at(file.size(), file.size());
            Inspection inspection = pass.inspection(name, file.size(), report);
            done = true;
            return inspection;
        } finally {
            if (!done) {
                index.ifPresent(FrameIndex::close);
            }
        }
    }
}
