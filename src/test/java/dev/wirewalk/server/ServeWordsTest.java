package dev.wirewalk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeWordsTest {
    @Test
    void nothingSaidLeavesTheUsualValues() {
        assertThat(ServeWords.read().properties()).isEmpty();
    }

    @Test
    void portAndFolderAreTakenInBothForms() {
        assertThat(ServeWords.read("--port", "0", "--data=/tmp/x").properties())
                .isEqualTo(Map.of("server.port", 0, "wirewalk.data", "/tmp/x"));
    }

    @Test
    void aFolderIsMeantFromWhereTheCommandIsGiven() {
        assertThat(ServeWords.read("--data", "x").properties())
                .containsEntry("wirewalk.data", Path.of("x").toAbsolutePath().toString());
    }

    @Test
    void aFolderWithMoreToolsIsTaken() {
        assertThat(ServeWords.read("--profiles", "/tmp/x").properties())
                .isEqualTo(Map.of("wirewalk.profiles", "/tmp/x"));
    }

    @ParameterizedTest
    @CsvSource({
        "--port,65536,0 to 65535",
        "--port,http,not http",
        "--data,'',empty",
        "--profiles,'',--profiles takes a folder",
        "--server.address,0.0.0.0,does not know --server.address",
        "open,it,does not know open",
    })
    void anythingElseIsRefusedInOneSentence(String name, String value, String expected) {
        assertThatThrownBy(() -> ServeWords.read(name, value))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(expected);
    }

    @Test
    void aValueThatIsMissingIsAskedFor() {
        assertThatThrownBy(() -> ServeWords.read("--port")).hasMessage("--port needs a value");
    }
}
