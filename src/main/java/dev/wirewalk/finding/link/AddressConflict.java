package dev.wirewalk.finding.link;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.MacAddress;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.NumberTable;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.packet.ArpView;
import java.util.Set;

/** Two hardware addresses that both claim one IPv4 address by ARP, one after the other and back again. */
public final class AddressConflict implements Rule {
    private static final int MAC = 0;
    private static final int OTHER_MAC = 1;
    private static final int FRAME = 2;
    private static final int CHANGES = 3;
    private static final int LAST_FRAME = 4;
    private static final int COLUMNS = 5;
    private static final int MOST = 1 << 16;

    private final NumberTable claims = new NumberTable(COLUMNS, MOST);

    @Override
    public Set<Need> needs() {
        return Set.of(Need.NEIGHBOURS);
    }

    @Override
    public void look(Sight sight) {
        ArpView arp = sight.packet().arp();
        // A probe comes from address 0: it claims nothing yet (RFC 5227).
        if (!arp.present() || arp.reverse() || arp.senderAddress() <= 0 || arp.senderMac() <= 0) {
            return;
        }
        int row = claims.put(arp.senderAddress());
        if (row < 0 || claims.get(row, MAC) == arp.senderMac()) {
            return;
        }
        if (claims.get(row, MAC) != 0) {
            claims.set(row, CHANGES, claims.get(row, CHANGES) + 1);
            claims.set(row, OTHER_MAC, claims.get(row, MAC));
            claims.set(row, LAST_FRAME, claims.get(row, FRAME));
        }
        claims.set(row, MAC, arp.senderMac());
        claims.set(row, FRAME, sight.number());
    }

    @Override
    public void conclude(Conclusions conclusions) {
        Tallies<IpAddress> moved = new Tallies<>();
        Tallies<IpAddress> contested = new Tallies<>();
        claims.forEach((address, row) -> {
            long changes = claims.get(row, CHANGES);
            if (changes > 0) {
                Tallies<IpAddress> addresses = changes > 1 ? contested : moved;
                String macs = text(claims.get(row, OTHER_MAC))
                        + (changes > 1 ? " and " : " to ")
                        + text(claims.get(row, MAC));
                addresses
                        .of(IpAddress.v4(address))
                        .add(changes, changes, macs, claims.get(row, LAST_FRAME), claims.get(row, FRAME));
            }
        });
        contested.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "address-conflict",
                        Severity.ERROR,
                        tally -> tally.subject() + " is claimed in turn by " + tally.example() + ".",
                        tally -> "arp.src.proto_ipv4 == " + tally.subject(),
                        "addresses",
                        "Two stations use one address, or one answers for the other: neighbours send to whichever spoke"
                                + " last. Find both by their hardware addresses in the switches' tables."));
        moved.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "address-moved",
                        Severity.NOTE,
                        tally -> tally.subject() + " moved from " + tally.example() + ".",
                        tally -> "arp.src.proto_ipv4 == " + tally.subject(),
                        "addresses",
                        "Usual when a cluster or gateway fails over, or after hardware was replaced; otherwise somebody took"
                                + " the address over."));
    }

    private static String text(long mac) {
        return new MacAddress(mac).toString();
    }
}
