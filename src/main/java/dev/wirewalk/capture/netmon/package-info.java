/** The files of Microsoft's Network Monitor, versions 1 and 2. Flows in: mapped bytes. Flows out: frames. */
@NullMarked
package dev.wirewalk.capture.netmon;

import org.jspecify.annotations.NullMarked;
