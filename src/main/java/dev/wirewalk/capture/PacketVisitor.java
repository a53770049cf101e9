package dev.wirewalk.capture;

/** Is led past every packet of a capture, in file order. */
@FunctionalInterface
public interface PacketVisitor {
    /** The frame is valid during this call only. */
    void visit(Frame frame);
}
