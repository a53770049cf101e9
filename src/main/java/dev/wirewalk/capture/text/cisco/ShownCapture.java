package dev.wirewalk.capture.text.cisco;

/** One capture while its packets are listed. */
final class ShownCapture {
    private final String interfaceName;
    private final boolean drops;
    private long expected = -1;
    private long read;
    private boolean over;

    /**
     * @param interfaceName empty when not known
     * @param drops whether it holds packets that the device dropped
     */
    ShownCapture(String interfaceName, boolean drops) {
        this.interfaceName = interfaceName;
        this.drops = drops;
    }

    String interfaceName() {
        return interfaceName;
    }

    boolean drops() {
        return drops;
    }

    /** Whether packets or counts were seen already, so that another "captured" speaks of another capture. */
    boolean begun() {
        return read > 0 || over;
    }

    void addPacket() {
        read++;
    }

    void shown(long packets) {
        expected = packets;
        over = true;
    }

    /** How many packets the device says that it shows and the text does not hold; negative when the text holds more. */
    long missing() {
        return expected < 0 ? 0 : expected - read;
    }
}
