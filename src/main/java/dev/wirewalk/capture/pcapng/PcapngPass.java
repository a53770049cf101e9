package dev.wirewalk.capture.pcapng;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.FrameCursor;
import dev.wirewalk.capture.PacketVisitor;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.ReadTally;
import dev.wirewalk.capture.TextEvent;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** One pass over a pcapng file: keeps the interfaces of the section it is in, and what the file says about itself. */
final class PcapngPass {
    /** Above any capture; a file of nothing but interfaces must not fill the memory. */
    private static final int MOST_INTERFACES = 20_000;

    private final PacketVisitor visitor;
    private final ReadTally tally = new ReadTally(CaptureFormat.PCAPNG);
    private final FrameCursor frame;
    private final List<Interface> interfaces = new ArrayList<>();
    private final BlockWalk blocks;
    private final PacketBlock packet;
    private final NameRecords names = new NameRecords();
    private final SectionStarts sections = new SectionStarts();
    private int section = -1;
    private int described;

    PcapngPass(MemorySegment memory, PacketVisitor visitor) {
        this.visitor = visitor;
        frame = new FrameCursor(memory);
        blocks = new BlockWalk(memory, 0, tally);
        packet = new PacketBlock(blocks.file());
    }

    ReadReport run() {
        while (blocks.advance()) {
            if (packet.read(blocks)) {
                showPacket();
            } else {
                readBlock(blocks.type());
            }
        }
        endSection();
        tally.names(names.found());
        return tally.report(blocks.at());
    }

    /** Where the sections with packets begin. */
    SectionStarts sections() {
        return sections;
    }

    private void showPacket() {
        long id = packet.interfaceId();
        if (id >= interfaces.size()) {
            frame.skipNumber();
            tally.warn(blocks.at(), "a packet names interface " + id + ", which this section does not describe");
            return;
        }
        if (packet.captured() > packet.room()) {
            frame.skipNumber();
            tally.warn(
                    blocks.at(),
                    "a packet claims " + packet.captured() + " bytes in a block that holds " + packet.room()
                            + ": skipped");
            return;
        }
        packet.show(interfaces.get((int) id), frame, text -> note(frame.number() + 1, text));
        sections.packet();
        tally.addPacket(frame);
        visitor.visit(frame);
    }

    private void note(long frameNumber, String text) {
        if (!text.isBlank()) {
            tally.addEvent(new TextEvent(0, frameNumber, TextEvent.Kind.NOTE, text));
        }
    }

    private void readBlock(long type) {
        if (type == Block.SECTION_HEADER) {
            endSection();
            section++;
            sections.begin(blocks.at());
            readComments(16);
        } else if (type == Block.INTERFACE_DESCRIPTION) {
            addInterface();
        } else if (type == Block.INTERFACE_STATISTICS) {
            readStatistics();
        } else if (type == Block.NAME_RESOLUTION) {
            names.read(blocks.file(), blocks.body(), blocks.end());
        } else if (Block.isNumberedLikeAPacket(type)) {
            frame.skipNumber();
        }
    }

    private void readComments(int behind) {
        Options options = new Options(blocks.file(), blocks.body() + behind, blocks.end());
        while (options.advance()) {
            if (options.code() == Options.COMMENT) {
                note(0, options.text());
            }
        }
    }

    private void addInterface() {
        if (described == MOST_INTERFACES) {
            tally.warn(
                    blocks.at(),
                    "more than " + MOST_INTERFACES + " interfaces are described: packets on further ones are skipped");
        }
        if (described++ < MOST_INTERFACES) {
            Interface found = Interface.read(
                    blocks.file(), section, interfaces.size(), blocks.body(), blocks.end(), text -> note(0, text));
            interfaces.add(found);
            tally.addInterface(blocks.at(), found.linkType(), found.snapLength());
        }
    }

    private void readStatistics() {
        long id = blocks.file().u32(blocks.body());
        if (id < interfaces.size()) {
            Options options = new Options(blocks.file(), blocks.body() + 12, blocks.end());
            Statistics.read(options, interfaces.get((int) id), text -> note(0, text));
        }
    }

    private void endSection() {
        interfaces.forEach(found -> tally.describe(found.described()));
        interfaces.clear();
    }
}
