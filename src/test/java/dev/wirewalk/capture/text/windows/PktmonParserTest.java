package dev.wirewalk.capture.text.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.text.ReadText;
import org.junit.jupiter.api.Test;

class PktmonParserTest {
    private static final String PACKET = "\t02-00-5E-10-01-10 > 02-00-5E-10-01-01, ethertype IPv4 (0x0800), length 66:"
            + " 192.0.2.1.40000 > 198.51.100.9.443: Flags [S], seq 7, win 64240, options [mss 1460,nop,nop,sackOK], length 0\n";

    @Test
    void aPacketAtEachComponentAndTheOneThatDroppedIt() {
        ReadText read = ReadText.of("""
                        C:\\>pktmon start --etw --log-mode real-time
                        Active measurement started.
                        Processing...

                        23:02:26.539704700 PktGroupId 1, PktNumber 1, Appearance 1, Direction Tx , Type Ethernet , Component 78, Edge 1, Filter 1, OriginalSize 66, LoggedSize 66
                        """
                        + PACKET
                        + "23:02:26.539704800 Drop: PktGroupId 1, PktNumber 1, Appearance 2, Direction Rx , Type Ethernet ,"
                        + " Component 9, Filter 1, DropReason INET: transport endpoint was not found , DropLocation 0xE0004123,"
                        + " OriginalSize 66, LoggedSize 66\n"
                        + PACKET)
                .whole();
        String syn = "192.0.2.1:40000 > 198.51.100.9:443 S seq=7 win=64240 mss=1460 data=0";
        assertThat(read.frames())
                .containsExactly(
                        "component 78 edge 1:out 23:02:26.539704700 " + syn,
                        "component 9:drop 23:02:26.539704800 " + syn);
        assertThat(read.remarks())
                .containsExactly(
                        "2 drop dropped by component 9: INET: transport endpoint was not found, DropLocation 0xE0004123");
    }

    @Test
    void convertedLogsAndOtherLanguages() {
        ReadText read = ReadText.of(
                        "[00]0004.0F2C::2026-05-01 10:00:01.123456700 [Microsoft-Windows-PktMon] PktGroupId 2, PaketNummer 1,"
                                + " Auftreten 1, Richtung Rx , Typ IP , Komponente 12, Filter 1, Originalgr 40, Protokolliert 40\n"
                                + "\tIP 192.0.2.1.53 > 198.51.100.9.4000: UDP, length 12\n")
                .whole();
        assertThat(read.frames())
                .containsExactly(
                        "component 12:in 2026-05-01T10:00:01.123456700 192.0.2.1:53 > 198.51.100.9:4000 proto=17 data=12");
    }
}
