package dev.wirewalk.capture;

/**
 * How a format of one file header and one record after the other lies in a file; {@link RecordReader} does the rest. Places are
 * offsets of packet records. For readers.
 */
public interface RecordLayout {
    CaptureFormat format();

    /** Notes the interfaces that the file tells of, before the first packet is read. */
    void begin(ReadTally tally);

    /** Where the first record begins. */
    long start();

    /**
     * The first packet record at {@code at} or behind it, whole and inside the file; -1 when there is none. Damage on the way is
     * said to the tally.
     */
    long packetAt(long at, ReadTally tally);

    /** Moves the frame to the packet record at {@code at}, as {@link #packetAt} found it. */
    void show(long at, FrameCursor frame);

    /** Where the record behind the packet record at {@code at} begins. */
    long behind(long at);

    /** Notes what is only known when all packets have been read. */
    default void end(ReadTally tally) {}
}
