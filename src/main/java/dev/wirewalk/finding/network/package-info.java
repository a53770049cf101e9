/** Rules about the way through the network: ICMP errors, traceroutes, loops, fragments. Flows in: frames and connections. Flows out: findings. */
@NullMarked
package dev.wirewalk.finding.network;

import org.jspecify.annotations.NullMarked;
