package dev.wirewalk.match;

import dev.wirewalk.address.IpAddress;

/**
 * An ARP request or reply, or a neighbour solicitation or advertisement of IPv6.
 *
 * @param request whether it asks
 * @param sender the asker of a request, the answerer of a reply
 * @param senderMac the hardware address that the sender claims, 48 bits, or -1
 * @param target the address asked for, or the asker who gets the answer (of an advertisement: the address that is told)
 */
public record NeighbourMessage(
        String file,
        long frame,
        long nanos,
        boolean request,
        IpAddress sender,
        long senderMac,
        IpAddress target,
        int vlan) {}
