package dev.wirewalk.capture;

/**
 * A format that is read. Those of printed text are made by their readers.
 *
 * @param label the name as it appears in reports, and as {@code produces} of a tool's profile names it
 * @param text whether it is the printed text of a tool, and not a file of packets
 */
public record CaptureFormat(String label, boolean text) {
    public static final CaptureFormat PCAP = new CaptureFormat("pcap", false);
    public static final CaptureFormat PCAPNG = new CaptureFormat("pcapng", false);
    public static final CaptureFormat SNOOP = new CaptureFormat("snoop", false);
    public static final CaptureFormat NETWORK_MONITOR = new CaptureFormat("netmon", false);
    public static final CaptureFormat SNIFFER = new CaptureFormat("sniffer", false);

    /** The printed text of a tool; the label ends with {@code -text}. */
    public static CaptureFormat ofText(String label) {
        return new CaptureFormat(label, true);
    }
}
