package dev.wirewalk.build.ui;

import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.reading.ReadBack;
import java.util.List;

/** What a text that is no filter turns out to be. */
sealed interface Pasted {
    /** No command of a known tool. */
    record Unknown() implements Pasted {}

    /** @param others tools whose command it could be as well */
    record Command(ToolProfile tool, ReadBack read, List<ToolProfile> others) implements Pasted {}

    /**
     * A command of a tool, with a word that is not understood.
     *
     * @param line of the text, from 1
     * @param column in the line, from 1
     * @param reason one sentence without a full stop
     */
    record NotUnderstood(ToolProfile tool, int line, int column, String reason) implements Pasted {}
}
