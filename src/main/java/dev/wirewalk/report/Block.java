package dev.wirewalk.report;

import dev.wirewalk.diagnosis.Ladder;
import java.util.List;

/** A piece of a report, before it is written in one of the two forms. All texts are plain; each form escapes them. */
sealed interface Block {
    /** How a statement is meant; each form has a word or a glyph beside the colour. */
    enum Tone {
        YES("yes"),
        NO("no"),
        UNKNOWN("unknown"),
        PLAIN("plain");

        private final String word;

        Tone(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** @param level 1 for the title, 2 for a section, 3 below */
    record Heading(int level, String text) implements Block {}

    record Sentence(String text) implements Block {}

    record Bullets(List<String> lines) implements Block {}

    /** A statement that stands out. @param terms place and cause in a few words; may be empty */
    record Statement(Tone tone, String glyph, String title, String text, String terms) implements Block {}

    /** A question with its answer. @param seen where it is shown; may be empty */
    record Answer(Tone tone, String glyph, String word, String question, String seen, List<String> because)
            implements Block {}

    /** @param numbers how many of the last columns hold numbers, which are written to the right */
    record Table(List<String> titles, List<List<String>> rows, int numbers) implements Block {}

    /** What is typed on a device, or another text of fixed width. */
    record Typed(String text) implements Block {}

    /** @param ladder as it is to be shown, and likewise the lines: no text of it is changed any more */
    record Drawing(Ladder ladder, List<String> lines) implements Block {}

    /**
     * Loss and delay of stretches over time.
     *
     * @param last the end of the time axis of all, in seconds
     * @param most the end of the axis of delays of all, in milliseconds
     */
    record Courses(List<StretchCourse> courses, double last, double most) implements Block {}
}
