package dev.wirewalk.capture.snoop;

import dev.wirewalk.capture.CaptureReader;
import dev.wirewalk.capture.FileBytes;
import dev.wirewalk.capture.RecordReader;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.packet.LinkType;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out what kind of snoop file it is. */
public final class SnoopReader {
    private static final long MAGIC = 0x736E_6F6F_7000_0000L;
    /** Later versions are of an analyzer that numbers its link types otherwise. */
    private static final int LATEST_OF_SOLARIS = 2;

    private SnoopReader() {}

    /** Whether the file begins as a snoop file does. */
    public static boolean recognises(MemorySegment file) {
        return file.byteSize() >= 8 && new FileBytes(file, ByteOrder.BIG_ENDIAN).u64(0) == MAGIC;
    }

    /** @throws UnreadableCapture when the file ends inside its header, or has a version that is not known */
    public static CaptureReader over(Path path, MemorySegment memory) throws UnreadableCapture {
        FileBytes file = new FileBytes(memory, ByteOrder.BIG_ENDIAN);
        if (file.size() < SnoopLayout.FILE_HEADER) {
            throw new UnreadableCapture(
                    path,
                    "ends inside its snoop file header: " + file.size() + " of " + SnoopLayout.FILE_HEADER
                            + " bytes are there");
        }
        long version = file.u32(8);
        if (version < LATEST_OF_SOLARIS || version > 5) {
            throw new UnreadableCapture(path, "is a snoop capture of version " + version + ", which is not read");
        }
        long network = file.u32(12);
        Optional<InspectionHeaders> inspection =
                version == LATEST_OF_SOLARIS && network == 4 ? InspectionHeaders.in(file) : Optional.empty();
        LinkType linkType = inspection.isPresent()
                ? LinkType.ETHERNET_WITHOUT_ADDRESSES
                : version == LATEST_OF_SOLARIS ? ofSolaris(network) : ofAnalyzer(network);
        return new RecordReader(
                memory, () -> new SnoopLayout(file, linkType, inspection.map(InspectionHeaders::again)));
    }

    private static LinkType ofSolaris(long network) {
        return switch ((int) network) {
            case 0, 4 -> LinkType.ETHERNET;
            case 2 -> LinkType.TOKEN_RING;
            case 8 -> LinkType.FDDI;
            case 26 -> LinkType.IPNET;
            default -> LinkType.UNKNOWN;
        };
    }

    private static LinkType ofAnalyzer(long network) {
        return switch ((int) network) {
            case 0, 4 -> LinkType.ETHERNET;
            case 1 -> LinkType.TOKEN_RING;
            case 2 -> LinkType.FDDI;
            default -> LinkType.UNKNOWN;
        };
    }
}
