package dev.wirewalk.build.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.textfield.TextField;
import dev.wirewalk.command.ToolCatalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "dev.wirewalk.build.ui.form")
class ToolShelfTest extends BrowserlessTest {
    private static final List<String> USUAL = List.of("tcpdump", "cisco-asa-capture");

    private Desk desk = BuildLinkTest.desk();
    private BuildView view = new BuildView(desk);

    @BeforeEach
    void openEmpty() {
        desk = new Desk(ToolCatalogue.standard(), USUAL);
        view = new BuildView(desk);
        UI.getCurrent().add(view);
        open(Map.of());
    }

    @Test
    void onlyTheUsualToolsHaveACardAndASearchFindsTheOthers() {
        assertThat(cards()).isEqualTo(USUAL);
        assertThat(find(ToolFinder.class).single().getElement().getTextRecursively())
                .contains("FortiGate debug flow", "Check Point");
        search("fortinet trace nonsense");
        assertThat(offered()).isEmpty();
        search("FORTINET debug");
        assertThat(offered()).containsExactly("Add a card for FortiGate debug flow");
    }

    @Test
    void aChosenToolStandsFirstAndIsKeptInTheLink() {
        search("debug flow");
        test(find(Button.class)
                        .withAriaLabel("Add a card for FortiGate debug flow")
                        .single())
                .click();
        assertThat(cards()).containsExactly("fortigate-debug-flow", "tcpdump", "cisco-asa-capture");
        assertThat(offered()).doesNotContain("Add a card for FortiGate debug flow");

        open(Map.of("tools", List.of("fortigate-debug-flow,nonsense,tcpdump,tcpdump")));
        assertThat(cards()).containsExactly("fortigate-debug-flow", "tcpdump");
        assertThat(find(LinkNotice.class).single().getElement().getTextRecursively())
                .contains("“nonsense”");
    }

    @Test
    void aCardMovesAndLeaves() {
        place("tcpdump", "Move down");
        assertThat(cards()).containsExactly("cisco-asa-capture", "tcpdump");
        place("tcpdump", "Move down");
        assertThat(cards()).as("it is the last already").containsExactly("cisco-asa-capture", "tcpdump");
        place("tcpdump", "Move to the top");
        assertThat(cards()).containsExactly("tcpdump", "cisco-asa-capture");
        place("tcpdump", "Take off the page");
        assertThat(cards()).containsExactly("cisco-asa-capture");
        place("cisco-asa-capture", "Take off the page");
        assertThat(cards()).as("an empty page shows the usual tools").isEqualTo(USUAL);
    }

    private void open(Map<String, List<String>> parameters) {
        view.open(BuildLink.read(parameters, desk));
    }

    private List<String> cards() {
        return find(ToolCard.class).all().stream().map(card -> card.tool().id()).toList();
    }

    private void search(String text) {
        test(find(TextField.class)
                        .withCondition(field -> field.getElement().hasAttribute("data-key"))
                        .single())
                .setValue(text);
    }

    private List<String> offered() {
        return find(Button.class).all().stream()
                .flatMap(button -> button.getAriaLabel().stream())
                .filter(label -> label.startsWith("Add a card"))
                .toList();
    }

    private void place(String tool, String word) {
        ToolCard card = find(ToolCard.class).all().stream()
                .filter(one -> one.tool().id().equals(tool))
                .findFirst()
                .orElseThrow();
        MenuItem menu = card.placing();
        menu.getSubMenu().getItems().stream()
                .filter(item -> item.getText().equals(word))
                .forEach(item -> ComponentUtil.fireEvent(item, new ClickEvent<>(item)));
    }
}
