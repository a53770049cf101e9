/**
 * The walk: one question after the other at each point of the path, each answered Yes, No or Unknown, and the verdict that
 * follows.
 *
 * <p>Flows in: a {@link dev.wirewalk.topology.Path} and the capture files that it names. Flows out: a
 * {@link dev.wirewalk.diagnosis.WalkResult}: verdict, questions with their evidence, capture issues, clocks, loss, and the next
 * capture for whatever stayed open. A packet is called lost only where the capture could have shown it; everything else is
 * Unknown.
 */
@NullMarked
package dev.wirewalk.diagnosis;

import org.jspecify.annotations.NullMarked;
