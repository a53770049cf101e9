package dev.wirewalk.match.order;

import java.util.List;

/** A point with its place in the order, as far as it was found. See {@link InferredPoint}. */
record Placed(View.Seen seen, boolean placed, String reason, List<String> guesses) {}
