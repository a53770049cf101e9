/**
 * The snoop format (RFC 1761): of Solaris, of the analyzers that took it over, and of firewalls that write where inside
 * themselves they saw a packet in place of the hardware addresses. Flows in: mapped bytes. Flows out: frames.
 */
@NullMarked
package dev.wirewalk.capture.snoop;

import org.jspecify.annotations.NullMarked;
