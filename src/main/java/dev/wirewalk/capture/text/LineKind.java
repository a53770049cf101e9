package dev.wirewalk.capture.text;

/** What a parser took a line for. */
public enum LineKind {
    /** It belongs to a packet: a head line, a continuation, a hex dump. */
    PACKET,
    /** It says something about a packet or the device. */
    EVENT,
    /** A banner, a counter, an empty line, an echo: it says nothing that is lost. */
    NOISE,
    /** It is not of this tool, or cannot be understood. */
    UNKNOWN
}
