package dev.wirewalk.inspection;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.PacketVisitor;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.finding.Catalogue;
import dev.wirewalk.finding.Examination;
import dev.wirewalk.flow.FrameAnalysis;
import dev.wirewalk.flow.sequence.SequenceFlag;
import dev.wirewalk.inspection.plot.RateBins;
import dev.wirewalk.packet.Innermost;
import dev.wirewalk.packet.PacketView;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The one pass of an inspection: leads the analysis, the rules and the index past every frame. */
final class InspectionPass implements PacketVisitor {
    private static final long FRAMES_BETWEEN_REPORTS = 8192;

    private final long fileSize;
    private final InspectionProgress progress;
    private final Optional<FrameIndex> index;
    private final RateBins rates = new RateBins();
    private final FrameAnalysis analysis = new FrameAnalysis();
    private final Examination examination = new Examination(Catalogue.rules());
    private final Innermost innermost = new Innermost();
    private final long[] flagged = new long[SequenceFlag.values().length];
    private long frames;
    private long copies;

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
        analysis.add(frame);
        PacketView inner = innermost.of(frame.packet());
        examination.add(frame, inner, analysis.conversation(), analysis.flagsWithoutCopies(), analysis.duplicateOf());
        for (int bits = analysis.flags(); bits != 0; bits &= bits - 1) {
            flagged[Integer.numberOfTrailingZeros(bits)]++;
        }
        if (analysis.duplicateOf() > 0) {
            copies++;
        }
        if (index.isPresent()) {
            index.get().add(frame.number(), frame.place(), analysis.conversation(), marks(frame));
            rates.add(frame, inner);
        }
    }

    private int marks(Frame frame) {
        int copy = analysis.duplicateOf() > 0 ? FrameIndex.COPY : 0;
        int cut = frame.capturedLength() < frame.originalLength() ? FrameIndex.CUT : 0;
        return analysis.flags() | copy | cut;
    }

    private void report(Frame frame) {
        if (progress.cancelled()) {
            throw new CancellationException("the inspection was cancelled");
        }
        progress.at(frame.recordOffset(), fileSize);
    }

    Inspection inspection(String name, long fileBytes, ReadReport report) {
        InspectionResult result = new Results(name, fileBytes, report, analysis, flagged, copies)
                .result(examination.findings(name, report, analysis));
        return new Inspection(result, new ConversationRows(analysis), index, rates);
    }
}
