package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;

/** Where a frame was seen, as far as it tells: at which interface, and where inside the device. */
public final class FrameSpot {
    private static final String INSPECTION_POINTS = "iIoOeE";

    private FrameSpot() {}

    /** The number of the frame's interface: the system's where it is told, else the file's own, from 0. */
    public static int interfaceNumber(Frame frame) {
        long index = frame.interfaceIndex();
        return index < 0 ? frame.interfaceId() : (int) index;
    }

    /**
     * {@code i I o O e E} as a firewall monitor names its inspection points, without the number of a module; {@code in},
     * {@code out} or {@code drop}; empty when the frame does not tell.
     */
    public static String position(Frame frame) {
        String told = frame.position().orElse("");
        if (told.equals("in") || told.equals("out") || told.equals("drop")) {
            return told;
        }
        if (!told.isEmpty() && isInspectionPoint(told.substring(0, 1))) {
            return told.substring(0, 1);
        }
        int type = frame.packet().link().packetType();
        return type < 0 ? "" : frame.packet().link().outgoing() ? "out" : "in";
    }

    /** Whether the position is one of a firewall monitor, which a packet passes in this order whichever way it travels. */
    public static boolean isInspectionPoint(String position) {
        return position.length() == 1 && INSPECTION_POINTS.contains(position);
    }

    /** The place of an inspection point in the order in which a packet passes them; below 0 for other positions. */
    public static int rank(String position) {
        return isInspectionPoint(position) ? INSPECTION_POINTS.indexOf(position) : -1;
    }
}
