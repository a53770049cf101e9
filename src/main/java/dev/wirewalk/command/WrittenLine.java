package dev.wirewalk.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A line of a command with the memory of where its pieces come from. */
record WrittenLine(List<Piece> pieces) {
    WrittenLine {
        pieces = List.copyOf(pieces);
    }

    /**
     * @param text as it is typed
     * @param placeholder the name whose value it is; empty for the template's own text
     * @param section the number of the section's turn that wrote it, 0 outside of sections
     */
    record Piece(String text, Optional<String> placeholder, int section) {}

    /** The line as it is typed. */
    String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
