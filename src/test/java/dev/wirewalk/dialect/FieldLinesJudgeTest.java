package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.command.LineTools;
import dev.wirewalk.dialect.lines.LineDevices;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices, as their manuals describe them, read what is rendered and decide random packets. */
class FieldLinesJudgeTest {
    @ParameterizedTest
    @CsvSource({"paloalto-packet-diag, 11.1, 20"})
    void selectsExactlyOrMoreAsItSays(String tool, String version, int leastExact) throws Exception {
        DialectSettings settings = LineTools.settings(tool, version);
        DeviceJudge judge = new DeviceJudge(
                new FieldLines(),
                settings,
                LineDevices.of(tool),
                packet -> settings.sees().contains(packet.network()));
        Map<Coverage, Integer> count = judge.judge(71, 400, 400);
        assertThat(LineTools.exactShare(count)).isGreaterThanOrEqualTo(leastExact);
    }
}
