package dev.wirewalk.inspection;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.PacketVisitor;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.finding.Catalogue;
import dev.wirewalk.finding.Examination;
import dev.wirewalk.flow.Conversations;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The one pass of an inspection: leads the analysis, the rules and the index past every frame. */
final class InspectionPass implements PacketVisitor {
    private static final long FRAMES_BETWEEN_REPORTS = 8192;

    private final long fileSize;
    private final InspectionProgress progress;
    private final Optional<FrameIndex> index;
    private final Conversations conversations = new Conversations();
    private final Examination examination = new Examination(Catalogue.rules());
    private long frames;

    InspectionPass(long fileSize, InspectionProgress progress, Optional<FrameIndex> index) {
        this.fileSize = fileSize;
        this.progress = progress;
        this.index = index;
    }

    @Override
    public void visit(Frame frame) {
        if (frames++ % FRAMES_BETWEEN_REPORTS == 0) {
            report(frame);
        }
        int conversation = conversations.add(frame);
        examination.add(frame, frame.packet(), conversation, 0, 0);
        if (index.isPresent()) {
            index.get().add(frame.number(), frame.recordOffset(), conversation, 0);
        }
    }

    private void report(Frame frame) {
        if (progress.cancelled()) {
            throw new CancellationException("the inspection was cancelled");
        }
        progress.at(frame.recordOffset(), fileSize);
    }

    Inspection inspection(String name, long fileBytes, ReadReport report) {
        InspectionResult result = new Results(name, fileBytes, report, conversations)
                .result(examination.findings(name, report, conversations));
        return new Inspection(result, new ConversationRows(conversations), index);
    }
}
