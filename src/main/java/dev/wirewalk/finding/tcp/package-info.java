/** Rules about TCP connections: how they open, carry data and end. Flows in: frames and connections. Flows out: findings. */
@NullMarked
package dev.wirewalk.finding.tcp;

import org.jspecify.annotations.NullMarked;
