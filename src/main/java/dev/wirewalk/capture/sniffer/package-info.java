/** The files of the DOS-based Sniffer, not compressed. Flows in: mapped bytes. Flows out: frames. */
@NullMarked
package dev.wirewalk.capture.sniffer;

import org.jspecify.annotations.NullMarked;
