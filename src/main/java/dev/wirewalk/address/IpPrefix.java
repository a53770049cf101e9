package dev.wirewalk.address;

/**
 * A network: its first address and the number of leading bits that count (0 to 32, or 0 to 128). The bits behind the
 * length are always zero, as every tool that Wirewalk writes for demands it.
 */
public record IpPrefix(IpAddress network, int length) {
    public IpPrefix {
        if (length < 0 || length > network.version().bits()) {
            throw new IllegalArgumentException("a prefix length of " + length + " does not fit " + network.version());
        }
        if (!mask(network, length, false).equals(network)) {
            throw new IllegalArgumentException(network + "/" + length + " has bits behind its prefix");
        }
    }

    /** The network of {@code length} bits that {@code address} lies in. */
    public static IpPrefix around(IpAddress address, int length) {
        return new IpPrefix(mask(address, length, false), length);
    }

    /** The prefix that holds one address only. */
    public static IpPrefix of(IpAddress address) {
        return new IpPrefix(address, address.version().bits());
    }

    public IpVersion version() {
        return network.version();
    }

    public IpAddress first() {
        return network;
    }

    public IpAddress last() {
        return mask(network, length, true);
    }

    public boolean contains(IpAddress address) {
        return address.version() == version() && mask(address, length, false).equals(network);
    }

    public boolean contains(IpPrefix other) {
        return other.length >= length && contains(other.network);
    }

    /** The IPv4 netmask, such as {@code 255.255.255.0}. Only for IPv4 prefixes. */
    public IpAddress netmask() {
        if (version() != IpVersion.V4) {
            throw new IllegalStateException("netmasks are written for IPv4 only");
        }
        return IpAddress.v4(length == 0 ? 0 : -1L << 32 - length);
    }

    /** Clears the bits behind {@code length}, or sets them. */
    private static IpAddress mask(IpAddress address, int length, boolean set) {
        if (address.version() == IpVersion.V4) {
            long hostBits = length == 32 ? 0 : 0xFFFF_FFFFL >>> length;
            return IpAddress.v4(set ? address.low() | hostBits : address.low() & ~hostBits);
        }
        long highHost = length >= 64 ? 0 : -1L >>> length;
        long lowHost = length >= 128 ? 0 : length <= 64 ? -1L : -1L >>> length - 64;
        return set
                ? IpAddress.v6(address.high() | highHost, address.low() | lowHost)
                : IpAddress.v6(address.high() & ~highHost, address.low() & ~lowHost);
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }
}
