/** Rules about the capture itself: what it missed, cut, doubled or dated wrongly. Flows in: frames and connections. Flows out: findings. */
@NullMarked
package dev.wirewalk.finding.tap;

import org.jspecify.annotations.NullMarked;
