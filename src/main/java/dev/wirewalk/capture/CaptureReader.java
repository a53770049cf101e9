package dev.wirewalk.capture;

/** Reads one file of one format; every pass begins anew at the first packet. */
public interface CaptureReader {
    CaptureFormat format();

    /** Leads the visitor past all packets that are readable; damage ends up in the report. */
    ReadReport read(PacketVisitor visitor);

    /** Leads the visitor to one packet; see {@link CaptureFile#visit}. */
    void visit(long place, long number, PacketVisitor visitor);
}
