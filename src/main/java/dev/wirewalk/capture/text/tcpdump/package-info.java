/**
 * The text that tcpdump prints, of every release and with every option, and that of tools built on it: F5, Junos {@code monitor traffic},
 * pf's log, Check Point's cppcap.
 *
 * <p>{@link dev.wirewalk.capture.text.tcpdump.TcpdumpParser} puts lines together to records: a head with a time or a protocol's
 * word, the line that {@code -v} breaks off, packets quoted or carried, dumps in hexadecimal and in characters, lines that a mail
 * programme broke. {@link dev.wirewalk.capture.text.tcpdump.PacketText} reads one packet, from its link header, protocol word or
 * addresses on; readers of other tools that print packets in the same words use it too.
 *
 * <p>Relative sequence numbers become absolute where the text shows their base; else they stay unknown. A dump in hexadecimal is the
 * packet, byte by byte. Of DNS the header and the question are made again, of HTTP the first lines. What is printed of other
 * applications is not read: their packets have addresses, ports and lengths. A time without a date counts from 1970-01-01, one without a year from
 * 1970. Flows in: lines. Flows out: packet sketches and events.
 */
@NullMarked
package dev.wirewalk.capture.text.tcpdump;

import org.jspecify.annotations.NullMarked;
