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

    /**
     * Whether this line is one that the device prints around the tool's output: its banners, its answers to other commands. It is asked
     * only of lines that no parser understands, and so may not be true for anything that could belong to a packet.
     */
    default boolean aside(String line) {
        return false;
    }

    /**
     * Whether this typed command shows only some of the packets that pass the device, such as those that it drops, or those that it
     * decides about: what such a text does not hold may well have come by.
     */
    default boolean partial(String command) {
        return false;
    }

    /** A parser for one region. */
    TextParser parser(TextOutput output);
}
