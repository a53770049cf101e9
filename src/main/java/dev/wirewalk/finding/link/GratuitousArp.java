package dev.wirewalk.finding.link;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.MacAddress;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.packet.ArpView;
import java.util.Set;

/** Stations that announce their own address unasked (RFC 5227, section 3). */
public final class GratuitousArp implements Rule {
    private final Tallies<IpAddress> announcers = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.NEIGHBOURS);
    }

    @Override
    public void look(Sight sight) {
        ArpView arp = sight.packet().arp();
        if (arp.present() && !arp.reverse() && arp.senderAddress() > 0 && arp.senderAddress() == arp.targetAddress()) {
            announcers.of(IpAddress.v4(arp.senderAddress())).add(1, 0, hardware(arp.senderMac()), sight.number());
        }
    }

    /** A text may leave the hardware address out. */
    private static String hardware(long mac) {
        return mac < 0 ? "an address that is not shown" : new MacAddress(mac).toString();
    }

    @Override
    public void conclude(Conclusions conclusions) {
        announcers.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "gratuitous-arp",
                        Severity.NOTE,
                        announcer -> announcer.subject() + " announces itself by ARP as " + announcer.example() + ", "
                                + Count.of(announcer.count(), "time") + ".",
                        announcer -> "arp.isgratuitous == 1 && arp.src.proto_ipv4 == " + announcer.subject(),
                        "stations",
                        "Usual when an interface comes up or a cluster fails over; the time of the announcement is the time of"
                                + " the change."));
    }
}
