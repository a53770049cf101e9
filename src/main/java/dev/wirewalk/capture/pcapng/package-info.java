/**
 * The pcapng format: sections of blocks, interfaces that are described before their packets. Flows in: mapped bytes. Flows
 * out: frames.
 */
@NullMarked
package dev.wirewalk.capture.pcapng;

import org.jspecify.annotations.NullMarked;
