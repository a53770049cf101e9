package dev.wirewalk.capture.text;

import dev.wirewalk.capture.CaptureFormat;

/** The printed output of one tool or family of tools. Without state: one object serves all files. */
public interface TextFormat {
    /** From here on a line is so typical that it ends the region of another tool. */
    int SURE = 90;

    /** From here on a line begins a region where none is open. */
    int LIKELY = 50;

    CaptureFormat format();

    /** What such a line is, for the reason of the detection: {@code "a packet of tcpdump"}. */
    String lineName();

    /**
     * How surely this line, judged alone, is the first line of one of the tool's records: 0 not at all, {@link #LIKELY}
     * and above for a line that may begin a region, {@link #SURE} and above for one that no other tool prints. Called for many lines of
     * other tools, so it looks at the beginning first.
     */
    int recognise(String line);

    /** A parser for one region. */
    TextParser parser(TextOutput output);
}
