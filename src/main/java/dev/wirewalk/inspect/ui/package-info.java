/**
 * The Inspect page: one capture at a time.
 *
 * <p>{@link dev.wirewalk.inspect.ui.InspectView} shows the files that the session laid on its desk and, of the chosen one,
 * what {@link dev.wirewalk.inspection.Inspection} found: facts, findings, conversations. Nothing is read here; rows are asked
 * for as far as they are in sight.
 *
 * <p>Flows in: the session's {@link dev.wirewalk.store.InspectionDesk}. Flows out: the page.
 */
@NullMarked
package dev.wirewalk.inspect.ui;

import org.jspecify.annotations.NullMarked;
