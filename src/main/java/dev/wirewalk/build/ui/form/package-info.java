/**
 * The form of a filter, without the page: rows and groups that may be incomplete while a person types.
 *
 * <p>The form is the second view of a filter besides its text. Flows in: filter trees and what is typed into rows. Flows out:
 * filter trees, or problems in words at the line they belong to. Knows no component; those are in {@code build.ui}.
 */
@NullMarked
package dev.wirewalk.build.ui.form;

import org.jspecify.annotations.NullMarked;
