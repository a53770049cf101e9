/**
 * Courses over time, as numbers to be drawn: a bounded number of bins, however long a capture is.
 *
 * <p>{@link dev.wirewalk.inspection.plot.RateBins} counts along while a file is read; {@link
 * dev.wirewalk.inspection.plot.ConversationCourse} is made of one conversation's packets when it is opened.
 *
 * <p>Flows in: frames. Flows out: arrays of numbers with the width of a bin.
 */
@NullMarked
package dev.wirewalk.inspection.plot;

import org.jspecify.annotations.NullMarked;
