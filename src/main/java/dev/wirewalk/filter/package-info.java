/**
 * What to catch, independent of any tool: the filter tree, what it means, and how it is written.
 *
 * <p>{@link dev.wirewalk.filter.Filter} is the tree; {@link dev.wirewalk.filter.FilterMeaning} decides a packet's headers
 * by it, with the semantics of libpcap; {@link dev.wirewalk.filter.FilterParser} and
 * {@link dev.wirewalk.filter.FilterPrinter} are its text form, which is the pcap-filter language; the normal forms
 * (boxes and ordered rules) are what dialects without full boolean syntax are written from.
 *
 * <p>Flows in: text, or terms picked in the browser. Flows out: trees for the dialects. Knows nothing of vendors.
 */
@NullMarked
package dev.wirewalk.filter;

import org.jspecify.annotations.NullMarked;
