package dev.wirewalk.build.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModuleSelectionTest {
    private final ModuleSelection selection = ModuleSelection.of("fw + drop conn, VPN + all");

    @Test
    void theTextIsReadAndWrittenBack() {
        assertThat(selection.text()).isEqualTo("fw + drop conn, VPN + all");
        assertThat(selection.has("fw", "conn")).isTrue();
        assertThat(selection.has("VPN", "conn")).isFalse();
        assertThat(selection.count("fw")).isEqualTo(2);
    }

    @Test
    void aHalfTypedTextIsReadAsFarAsItGoes() {
        assertThat(ModuleSelection.of("").text()).isEmpty();
        assertThat(ModuleSelection.of("fw +").text()).isEmpty();
        assertThat(ModuleSelection.of("fw + drop, VP").text()).isEqualTo("fw + drop");
    }

    @Test
    void aFlagComesAndGoesAndTakesAnEmptyModuleWithIt() {
        assertThat(selection.with("cluster", "if", true).text()).isEqualTo("fw + drop conn, VPN + all, cluster + if");
        assertThat(selection.with("fw", "drop", false).text()).isEqualTo("fw + conn, VPN + all");
        assertThat(selection.with("VPN", "all", false).text()).isEqualTo("fw + drop conn");
        assertThat(selection.text()).as("a new one each time").isEqualTo("fw + drop conn, VPN + all");
    }

    @Test
    void allTakesThePlaceOfSingleFlagsAndTheOtherWayRound() {
        assertThat(selection.with("fw", "all", true).text()).isEqualTo("fw + all, VPN + all");
        assertThat(selection.with("VPN", "ike", true).text()).isEqualTo("fw + drop conn, VPN + ike");
    }
}
