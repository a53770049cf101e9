/** Rules about what travels in clear text: HTTP and DNS. Flows in: frames and connections. Flows out: findings. */
@NullMarked
package dev.wirewalk.finding.application;

import org.jspecify.annotations.NullMarked;
