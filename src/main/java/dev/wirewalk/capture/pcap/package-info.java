/** The classic pcap format: one file header, then one record per packet. Flows in: mapped bytes. Flows out: frames. */
@NullMarked
package dev.wirewalk.capture.pcap;

import org.jspecify.annotations.NullMarked;
