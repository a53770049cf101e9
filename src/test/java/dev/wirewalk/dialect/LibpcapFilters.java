package dev.wirewalk.dialect;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.BitSet;
import java.util.List;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/** Asks the libpcap of this machine which Ethernet frames a capture filter selects. */
final class LibpcapFilters {
    private LibpcapFilters() {}

    /** From 0, one set for each filter; skips the test, visibly, where libpcap cannot be loaded. */
    static List<BitSet> selected(List<String> filters, List<byte[]> frames) throws PcapNativeException {
        PcapHandle handle;
        try {
            handle = Pcaps.openDead(DataLinkType.EN10MB, 65535);
        } catch (LinkageError missing) {
            return abort("libpcap cannot be loaded here, so nothing says what was asked for: " + missing);
        }
        try (handle) {
            return filters.stream()
                    .map(filter -> selected(handle, filter, frames))
                    .toList();
        }
    }

    private static BitSet selected(PcapHandle handle, String filter, List<byte[]> frames) {
        BitSet selected = new BitSet();
        try {
            BpfProgram program =
                    handle.compileFilter(filter, BpfProgram.BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
            for (int i = 0; i < frames.size(); i++) {
                selected.set(i, program.applyFilter(frames.get(i)));
            }
            program.free();
        } catch (PcapNativeException | NotOpenException refused) {
            if (!String.valueOf(refused.getMessage()).contains("expression rejects all packets")) {
                throw new AssertionError(filter, refused);
            }
        }
        return selected;
    }
}
