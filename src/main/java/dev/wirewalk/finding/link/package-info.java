/** Rules about one link: ARP, neighbour discovery, hardware addresses. Flows in: frames and connections. Flows out: findings. */
@NullMarked
package dev.wirewalk.finding.link;

import org.jspecify.annotations.NullMarked;
