package dev.wirewalk.topology;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;

/** An interface's own address and the length of its network's prefix in bits. */
public record InterfaceAddress(IpAddress address, int prefixLength) {
    public InterfaceAddress {
        if (prefixLength < 0 || prefixLength > address.version().bits()) {
            throw new IllegalArgumentException("a prefix length of " + prefixLength + " does not fit " + address);
        }
    }

    /** The network that the interface is on. */
    public IpPrefix network() {
        return IpPrefix.around(address, prefixLength);
    }

    @Override
    public String toString() {
        return address + "/" + prefixLength;
    }
}
