package dev.wirewalk.capture;

import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** The one {@link Frame} of a pass, moved on by the reader. For readers. */
public final class FrameCursor implements Frame {
    private final MemorySegment file;
    private final PacketView packet = new PacketView();
    private LinkType linkType = LinkType.ETHERNET;
    private Optional<String> interfaceName = Optional.empty();
    private Optional<String> position = Optional.empty();
    private int interfaceId;
    private int toldIndex = -1;
    private long line;
    private long number;
    private long timeNanos = NO_TIME;
    private int capturedLength;
    private int originalLength;
    private long place;
    private long recordOffset;
    private long dataOffset;

    public FrameCursor(MemorySegment file) {
        this.file = file;
    }

    /** The interface that the next packets belong to. */
    public void onInterface(int id, Optional<String> name, LinkType type) {
        interfaceId = id;
        interfaceName = name;
        linkType = type;
    }

    /** The number that a text gives to the interface of the next packet; -1 when it gives none. */
    public void onNumber(int told) {
        toldIndex = told;
    }

    /** Where the next packet was seen; see {@link Frame#position()}. */
    public void atPosition(Optional<String> where) {
        position = where;
    }

    /** The number that the next packet gets, when it is not the one behind the last. */
    public void numberNext(long next) {
        number = next - 1;
    }

    /** Counts a block that Wireshark numbers as a frame although it carries no packet. */
    public void skipNumber() {
        number++;
    }

    /**
     * Moves on to the next packet, whose place is its record. The original length is the 32 unsigned bits of the file, at most {@link
     * Integer#MAX_VALUE} of which are kept.
     */
    public void moveTo(long record, long data, int captured, long original, long nanos) {
        number++;
        place = record;
        recordOffset = record;
        dataOffset = data;
        capturedLength = captured;
        originalLength = (int) Math.min(original, Integer.MAX_VALUE);
        timeNanos = nanos;
        packet.place(file, data, captured, originalLength, linkType);
    }

    /** The place of this packet, where it is not its record. */
    public void foundAt(long found) {
        place = found;
    }

    /**
     * Moves on to the next packet of a text, whose bytes and mask of told bits lie in {@code memory}.
     *
     * @param shownPlace see {@link Frame#place()}
     * @param shownLine the line of the text, from 1
     * @param lineOffset where that line begins in the file, in bytes
     * @see PacketView#placePartlyTold
     */
    public void moveToTold(
            long shownPlace,
            long shownLine,
            long lineOffset,
            MemorySegment memory,
            long data,
            long mask,
            int captured,
            int original,
            long nanos) {
        number++;
        place = shownPlace;
        line = shownLine;
        recordOffset = lineOffset;
        dataOffset = lineOffset;
        capturedLength = captured;
        originalLength = original;
        timeNanos = nanos;
        packet.placePartlyTold(memory, data, captured, original, linkType, mask);
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public long timeNanos() {
        return timeNanos;
    }

    @Override
    public int capturedLength() {
        return capturedLength;
    }

    @Override
    public int originalLength() {
        return originalLength;
    }

    @Override
    public long place() {
        return place;
    }

    @Override
    public long recordOffset() {
        return recordOffset;
    }

    @Override
    public long dataOffset() {
        return dataOffset;
    }

    @Override
    public int interfaceId() {
        return interfaceId;
    }

    @Override
    public long interfaceIndex() {
        return toldIndex >= 0 ? toldIndex : packet.link().interfaceIndex();
    }

    @Override
    public Optional<String> interfaceName() {
        return interfaceName.isPresent()
                ? interfaceName
                : packet.link().captureHeaders().interfaceName();
    }

    @Override
    public Optional<String> position() {
        return position.isPresent() ? position : packet.link().captureHeaders().position();
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public LinkType linkType() {
        return linkType;
    }

    @Override
    public PacketView packet() {
        return packet;
    }
}
