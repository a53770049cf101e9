package dev.wirewalk.cli;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.PacketVisitor;
import dev.wirewalk.flow.FrameAnalysis;
import dev.wirewalk.flow.sequence.SequenceFlag;
import java.io.PrintWriter;
import java.util.Arrays;

/** Writes one JSON object a line for each frame of a file that carries a TCP sequence flag. */
final class FrameLines implements PacketVisitor {
    private static final String[] LABELS =
            Arrays.stream(SequenceFlag.values()).map(SequenceFlag::label).toArray(String[]::new);

    private final FrameAnalysis analysis = new FrameAnalysis();
    private final PrintWriter out;
    private final StringBuilder line = new StringBuilder();
    private final int begin;

    FrameLines(String file, PrintWriter out) {
        this.out = out;
        line.append("{\"file\":").append(Json.text(file)).append(",\"frame\":");
        begin = line.length();
    }

    @Override
    public void visit(Frame frame) {
        analysis.add(frame);
        if (analysis.flags() == 0) {
            return;
        }
        line.setLength(begin);
        line.append(frame.number())
                .append(",\"stream\":")
                .append(analysis.stream())
                .append(",\"flags\":[");
        appendFlags(analysis.flags());
        line.append(']');
        if (analysis.duplicateOf() > 0) {
            line.append(",\"duplicateOf\":").append(analysis.duplicateOf());
        }
        // Not println, which would write each line to the file or pipe on its own.
        out.append(line.append("}\n"));
    }

    private void appendFlags(int flags) {
        char between = 0;
        for (int flag = 0; flag < LABELS.length; flag++) {
            if ((flags & 1 << flag) != 0) {
                if (between != 0) {
                    line.append(between);
                }
                line.append('"').append(LABELS[flag]).append('"');
                between = ',';
            }
        }
    }
}
