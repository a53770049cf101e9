package dev.wirewalk.address;

/** The two IP families and the width of their addresses. */
public enum IpVersion {
    V4(32),
    V6(128);

    private final int bits;

    IpVersion(int bits) {
        this.bits = bits;
    }

    /** The width of an address in bits: 32 or 128. */
    public int bits() {
        return bits;
    }
}
