/**
 * The Build page: one filter on the left, the commands of every tool on the right.
 *
 * <p>Flows in: the address of the page and what a person types. Flows out: a filter, which {@code command} turns into plans,
 * and the address that brings the same page back. {@code form} holds the filter while it is edited,
 * {@link dev.wirewalk.build.ui.BuildLink} is the address, {@link dev.wirewalk.build.ui.Desk} asks for the plans; the other
 * classes are views of these.
 */
@NullMarked
package dev.wirewalk.build.ui;

import org.jspecify.annotations.NullMarked;
