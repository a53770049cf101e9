package dev.wirewalk.report;

import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.topology.Path;
import java.util.List;

/**
 * The report of a walk. Making it reads the path's files once more, for their hashes and for what was not read of them. No payload
 * is in it: frames are named by file and number.
 */
public final class WalkReport {
    private final ReportSettings settings;
    private final List<Block> blocks;

    /** Reads the path's files; one that is gone is named as such. */
    public WalkReport(Path path, WalkResult result, ReportSettings settings) {
        this.settings = settings;
        this.blocks = new ReportContent(path, result, settings).blocks(FileFacts.of(path));
    }

    /** One HTML file that needs nothing else: for a browser, a mail, a printer. */
    public String html() {
        return new HtmlForm(settings).write(settings.title(), blocks);
    }

    /** Markdown, for a ticket. */
    public String markdown() {
        return new MarkdownForm(settings).write(blocks);
    }
}
