package dev.wirewalk.inspection;

import dev.wirewalk.inspection.plot.RateBins;
import java.util.Optional;

/**
 * What one pass over a file left behind.
 *
 * @param result what is printed
 * @param conversations to page through
 * @param rates the course of the whole file, counted together with the index
 * @param frames where each packet lies, when it was asked for; holds memory outside of the heap until it is closed
 */
public record Inspection(
        InspectionResult result, ConversationRows conversations, Optional<FrameIndex> frames, RateBins rates)
        implements AutoCloseable {
    @Override
    public void close() {
        frames.ifPresent(FrameIndex::close);
    }
}
