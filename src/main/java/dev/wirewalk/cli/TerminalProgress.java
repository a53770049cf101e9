package dev.wirewalk.cli;

import dev.wirewalk.inspection.InspectionProgress;
import java.io.Console;
import java.io.PrintWriter;

/** Says on a terminal how far a large file was read; says nothing into files and pipes. */
final class TerminalProgress implements InspectionProgress {
    /** Less than this is read before anybody wonders. */
    private static final long LARGE = 128L << 20;

    private static final long MILLIS_BETWEEN = 500;

    private final PrintWriter err;
    private final String file;
    private long last;

    private TerminalProgress(PrintWriter err, String file) {
        this.err = err;
        this.file = file;
        last = System.currentTimeMillis();
    }

    static InspectionProgress of(String file, PrintWriter err) {
        Console console = System.console();
        return console != null && console.isTerminal() ? new TerminalProgress(err, file) : SILENT;
    }

    @Override
    public void at(long doneBytes, long totalBytes) {
        long now = System.currentTimeMillis();
        if (totalBytes < LARGE || (now - last < MILLIS_BETWEEN && doneBytes < totalBytes)) {
            return;
        }
        last = now;
        String end = doneBytes < totalBytes ? "" : "\n";
        err.print("\r" + Words.printable(file) + ": " + doneBytes * 100 / totalBytes + " % of " + (totalBytes >> 20)
                + " MiB" + end);
        err.flush();
    }
}
