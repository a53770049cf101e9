/**
 * The Walk page: a path is drawn up, each point gets its command and takes what was captured there, and the walk's answers
 * are shown.
 *
 * <p>Flows in: {@link dev.wirewalk.store.InvestigationState}, pushed whenever something changes. Flows out: changes of the
 * session's {@link dev.wirewalk.store.Investigation}. The page itself keeps only which point is open; it may be left and
 * opened again at any time.
 *
 * <p>{@link dev.wirewalk.walk.ui.WalkView} puts the parts together; the strip, the point's panel and the cards of the result
 * each show one part of the state and know nothing of each other.
 */
@NullMarked
package dev.wirewalk.walk.ui;

import org.jspecify.annotations.NullMarked;
