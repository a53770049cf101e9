package dev.wirewalk.capture.pcapng;

import dev.wirewalk.capture.CaptureInterface;
import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.packet.LinkType;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One interface description block: what packets that name this interface have in common; and what is counted of it later. */
final class Interface {
    private static final int NAME = 2;
    private static final int DESCRIPTION = 3;
    private static final int TIME_RESOLUTION = 9;
    private static final int FILTER = 11;
    private static final int TIME_OFFSET = 14;

    private final int section;
    private final int id;
    private final LinkType linkType;
    private final long snapLength;
    private final Optional<String> name;
    private final Optional<String> description;
    private final Optional<String> filter;
    private final TimeUnits time;
    private long received = -1;
    private long dropped = -1;
    private long droppedBetweenPackets;

    private Interface(
            int section,
            int id,
            LinkType linkType,
            long snapLength,
            Optional<String> name,
            Optional<String> description,
            Optional<String> filter,
            TimeUnits time) {
        this.section = section;
        this.id = id;
        this.linkType = linkType;
        this.snapLength = snapLength;
        this.name = name;
        this.description = description;
        this.filter = filter;
        this.time = time;
    }

    /** Reads the block body from {@code at} to {@code end}; comments are handed on. */
    static Interface read(FileBytes file, int section, int id, long at, long end, Consumer<String> comments) {
        Optional<String> name = Optional.empty();
        Optional<String> description = Optional.empty();
        Optional<String> filter = Optional.empty();
        int resolution = TimeUnits.MICROSECONDS;
        long offsetSeconds = 0;
        Options options = new Options(file, at + 8, end);
        while (options.advance()) {
            switch (options.code()) {
                case Options.COMMENT -> comments.accept(options.text());
                case NAME -> name = Optional.of(options.shortText());
                case DESCRIPTION -> description = Optional.of(options.shortText());
                case TIME_RESOLUTION -> resolution = options.u8(resolution);
                // The first byte says how the filter is written: 0 is text.
                case FILTER -> filter = options.u8(1) == 0 ? Optional.of(options.shortTextBehind(1)) : filter;
                case TIME_OFFSET -> offsetSeconds = options.u64(offsetSeconds);
                default -> {}
            }
        }
        TimeUnits time = new TimeUnits(resolution, offsetSeconds);
        LinkType linkType = new LinkType(file.u16(at));
        return new Interface(section, id, linkType, file.u32(at + 4), name, description, filter, time);
    }

    int id() {
        return id;
    }

    LinkType linkType() {
        return linkType;
    }

    long snapLength() {
        return snapLength;
    }

    Optional<String> name() {
        return name;
    }

    TimeUnits time() {
        return time;
    }

    /** What a statistics block counted since the capture began; -1 for what it does not say. */
    void counted(long receivedSoFar, long droppedSoFar) {
        received = receivedSoFar < 0 ? received : receivedSoFar;
        dropped = droppedSoFar < 0 ? dropped : droppedSoFar;
    }

    /** Packets lost since the one before. */
    void lost(long packets) {
        droppedBetweenPackets += packets;
    }

    CaptureInterface described() {
        long lost = dropped < 0 && droppedBetweenPackets == 0 ? -1 : Math.max(dropped, droppedBetweenPackets);
        return new CaptureInterface(
                section, id, name, description, linkType, snapLength, filter, count(received), count(lost));
    }

    private static OptionalLong count(long number) {
        return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
