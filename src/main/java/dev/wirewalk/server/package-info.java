/**
 * The web application: how it starts, who is let in, and which headers go out with every answer.
 *
 * <p>Flows in: the words of {@code wirewalk serve}. Flows out: a running server that carries the pages of the {@code ui}
 * packages. The core packages reach the pages as beans declared here; nothing below this floor knows Spring.
 */
@NullMarked
package dev.wirewalk.server;

import org.jspecify.annotations.NullMarked;
