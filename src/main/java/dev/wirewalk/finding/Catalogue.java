package dev.wirewalk.finding;

import dev.wirewalk.finding.application.DnsFailed;
import dev.wirewalk.finding.application.DnsUnanswered;
import dev.wirewalk.finding.application.HttpErrors;
import dev.wirewalk.finding.application.HttpSlow;
import dev.wirewalk.finding.link.AddressConflict;
import dev.wirewalk.finding.link.AddressUnresolved;
import dev.wirewalk.finding.link.GratuitousArp;
import dev.wirewalk.finding.network.FragmentationNeeded;
import dev.wirewalk.finding.network.FragmentsMissing;
import dev.wirewalk.finding.network.PingUnanswered;
import dev.wirewalk.finding.network.PortUnreachable;
import dev.wirewalk.finding.network.Prohibited;
import dev.wirewalk.finding.network.RoutingLoop;
import dev.wirewalk.finding.network.Traceroute;
import dev.wirewalk.finding.network.TtlExceeded;
import dev.wirewalk.finding.network.Unreachable;
import dev.wirewalk.finding.tap.BeganLate;
import dev.wirewalk.finding.tap.ClockJumps;
import dev.wirewalk.finding.tap.Copies;
import dev.wirewalk.finding.tap.CutPackets;
import dev.wirewalk.finding.tap.DroppedByInterface;
import dev.wirewalk.finding.tap.MissedPackets;
import dev.wirewalk.finding.tap.OneWay;
import dev.wirewalk.finding.tap.ReplyBeforeRequest;
import dev.wirewalk.finding.tcp.ClientAborts;
import dev.wirewalk.finding.tcp.HalfOpen;
import dev.wirewalk.finding.tcp.IdleStart;
import dev.wirewalk.finding.tcp.InboundConnections;
import dev.wirewalk.finding.tcp.KeepAlives;
import dev.wirewalk.finding.tcp.NoAnswer;
import dev.wirewalk.finding.tcp.PortReuse;
import dev.wirewalk.finding.tcp.Refused;
import dev.wirewalk.finding.tcp.Reordered;
import dev.wirewalk.finding.tcp.ResetAfterClose;
import dev.wirewalk.finding.tcp.ResetMidstream;
import dev.wirewalk.finding.tcp.Retransmissions;
import dev.wirewalk.finding.tcp.RetriedHandshake;
import dev.wirewalk.finding.tcp.Scan;
import dev.wirewalk.finding.tcp.ShutWindow;
import dev.wirewalk.finding.tcp.SlowAnswer;
import dev.wirewalk.finding.tcp.SlowPath;
import dev.wirewalk.finding.tcp.SynFlood;
import dev.wirewalk.finding.tcp.SynUnanswered;
import dev.wirewalk.finding.tcp.Unacknowledged;
import dev.wirewalk.finding.tcp.WindowLimited;
import java.util.List;

/** Every rule. A new one is one class and one line here; among findings of one severity this order is kept. */
public final class Catalogue {
    private Catalogue() {}

    /** New rules for one pass. */
    public static List<Rule> rules() {
        return List.of(
                new AddressUnresolved(),
                new AddressConflict(),
                new RoutingLoop(),
                new TtlExceeded(),
                new Unreachable(),
                new Prohibited(),
                new PortUnreachable(),
                new FragmentationNeeded(),
                new FragmentsMissing(),
                new PingUnanswered(),
                new Traceroute(),
                new DnsUnanswered(),
                new DnsFailed(),
                new SynFlood(),
                new Scan(),
                new SynUnanswered(),
                new Refused(),
                new ClientAborts(),
                new HalfOpen(),
                new RetriedHandshake(),
                new SlowPath(),
                new ResetMidstream(),
                new Unacknowledged(),
                new NoAnswer(),
                new ShutWindow(),
                new IdleStart(),
                new SlowAnswer(),
                new KeepAlives(),
                new PortReuse(),
                new Retransmissions(),
                new Reordered(),
                new WindowLimited(),
                new ResetAfterClose(),
                new InboundConnections(),
                new HttpErrors(),
                new HttpSlow(),
                new MissedPackets(),
                new DroppedByInterface(),
                new OneWay(),
                new ReplyBeforeRequest(),
                new ClockJumps(),
                new CutPackets(),
                new Copies(),
                new BeganLate(),
                new GratuitousArp());
    }
}
