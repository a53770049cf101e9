package dev.wirewalk.reading;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/** The real libpcap: what it makes of a filter text decides what the text means. */
final class Libpcap implements AutoCloseable {
    private static final String SELECTS_NOTHING = "expression rejects all packets";

    private final PcapHandle ethernet;

    private Libpcap(PcapHandle ethernet) {
        this.ethernet = ethernet;
    }

    static Libpcap load() throws PcapNativeException {
        try {
            return new Libpcap(Pcaps.openDead(DataLinkType.EN10MB, 65535));
        } catch (LinkageError missing) {
            return abort("libpcap cannot be loaded here, so nothing judges the filters: " + missing);
        }
    }

    /** For each frame whether the filter selects it. */
    List<Boolean> decide(String filter, List<byte[]> frames) throws NotOpenException, PcapNativeException {
        BpfProgram program;
        try {
            program =
                    ethernet.compileFilter(filter, BpfProgram.BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
        } catch (PcapNativeException refused) {
            if (String.valueOf(refused.getMessage()).contains(SELECTS_NOTHING)) {
                return frames.stream().map(frame -> false).toList();
            }
            throw refused;
        }
        try {
            return frames.stream().map(program::applyFilter).toList();
        } finally {
            program.free();
        }
    }

    @Override
    public void close() {
        ethernet.close();
    }
}
