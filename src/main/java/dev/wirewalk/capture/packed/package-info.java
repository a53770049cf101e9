/**
 * Compressed files: found by their content, unpacked into a private file that is gone when the capture is closed. Flows in: a
 * compressed file. Flows out: the mapped bytes of what was in it, and what was wrong on the way.
 */
@NullMarked
package dev.wirewalk.capture.packed;

import org.jspecify.annotations.NullMarked;
