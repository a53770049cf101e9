/**
 * IP addresses and prefixes as plain values, shared by every floor above.
 *
 * <p>Flows in: the text a person or a profile wrote, or the bytes of a header. Flows out: ordered, comparable values
 * with one canonical text form (dotted quad; RFC 5952 for IPv6). Nothing here ever asks a name server.
 */
@NullMarked
package dev.wirewalk.address;

import org.jspecify.annotations.NullMarked;
