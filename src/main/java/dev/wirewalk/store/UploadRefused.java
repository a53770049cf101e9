package dev.wirewalk.store;

import java.io.IOException;

/** An upload that is not taken, or not to its end. The message is one sentence for the person who uploads. */
public final class UploadRefused extends IOException {
    private final String sentence;

    public UploadRefused(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
