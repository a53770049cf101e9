package dev.wirewalk.inspection;

/** How many conversations there are of each protocol; those of {@code other} carry IP. */
public record ConversationCounts(long tcp, long udp, long icmp, long other) {}
