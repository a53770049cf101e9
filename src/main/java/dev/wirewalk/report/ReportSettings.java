package dev.wirewalk.report;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * How a report is written.
 *
 * @param title of the page
 * @param written when; stands in the report
 * @param fileNames how a file that the walk names is called for people
 * @param texts what is done to every text before it is written, such as {@link Pseudonyms#text}
 */
public record ReportSettings(
        String title, Instant written, UnaryOperator<String> fileNames, UnaryOperator<String> texts) {
    /** File names as they are, addresses shown. */
    public static ReportSettings plain(String title, Instant written) {
        return new ReportSettings(title, written, UnaryOperator.identity(), UnaryOperator.identity());
    }
}
