/**
 * What a walk found, as something to keep and to hand on: the ladder as SVG and in words, a report as Markdown or as one HTML
 * file that needs nothing else, and a capture with the packets that matter.
 *
 * <p>Flows in: a {@link dev.wirewalk.diagnosis.WalkResult}, and the path whose files it came from. Flows out: text, or the bytes
 * of a file. Names and texts of others' files are only ever written through {@link dev.wirewalk.report.Markup}, which escapes
 * them.
 */
@NullMarked
package dev.wirewalk.report;

import org.jspecify.annotations.NullMarked;
