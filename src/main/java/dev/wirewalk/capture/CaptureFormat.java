package dev.wirewalk.capture;

/** The file formats that are read. */
public enum CaptureFormat {
    PCAP("pcap"),
    PCAPNG("pcapng");

    private final String label;

    CaptureFormat(String label) {
        this.label = label;
    }

    /** The name as it appears in reports. */
    public String label() {
        return label;
    }
}
