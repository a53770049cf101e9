package dev.wirewalk.build.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "dev.wirewalk.build.ui.form")
class BuildViewTest extends BrowserlessTest {
    private BuildView view = new BuildView(BuildLinkTest.desk());

    @BeforeEach
    void openEmpty() {
        UI.getCurrent().add(view);
        open("");
    }

    @Test
    void everyToolShowsACardInOrderEvenForEveryPacket() {
        assertThat(find(ToolCard.class).all()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(card("tcpdump")).isSameAs(find(ToolCard.class).first());
        assertThat(status()).contains("every packet");
    }

    @Test
    void aRowChangesTheTextAndTheCommands() {
        test(find(Button.class).withAriaLabel("Add a term").single()).click();
        assertThat(status()).as("an empty row").contains("Not current");
        test(value(0)).setValue("10.20.30.40");
        assertThat(text().getValue()).isEqualTo("host 10.20.30.40");
        assertThat(commands("tcpdump")).contains("'host 10.20.30.40'");
        assertThat(status()).contains("exact").doesNotContain("Not current");
    }

    @Test
    void aVeryLongFilterIsShownAsTextOnly() {
        String many = String.join(" or ", Collections.nCopies(FormView.MOST_LINES, "port 53"));
        open(many);
        assertThat(find(RowView.class).all()).hasSize(FormView.MOST_LINES);
        open(many + " or port 80");
        assertThat(find(RowView.class).all()).isEmpty();
        assertThat(find(FormView.class).single().getElement().getTextRecursively())
                .contains("61 terms")
                .contains("text below");
        open("port 80");
        assertThat(find(RowView.class).all()).hasSize(1);
    }

    @Test
    void manyTermsThatAToolCannotSayAreCounted() {
        open(IntStream.rangeClosed(1, 20).mapToObj(i -> "not port " + i).collect(Collectors.joining(" and ")));
        assertThat(card("checkpoint-fw-ctl-debug").getElement().getTextRecursively())
                .contains("not port 20")
                .contains("And 12 more of this kind.")
                .contains("When reading, narrow with");
    }

    @Test
    void anIncompleteRowDimsTheCommandsAndSaysWhy() {
        open("host 10.20.30.40");
        test(value(0)).setValue("10.20.30");
        assertThat(value(0).isInvalid()).isTrue();
        assertThat(status()).contains("Not current").contains("not a whole").contains("host 10.20.30.40");
        assertThat(card("tcpdump").getElement().getProperty("inert", false)).isTrue();
        test(value(0)).setValue("10.20.30.41");
        assertThat(value(0).isInvalid()).isFalse();
        assertThat(card("tcpdump").getElement().getProperty("inert", true)).isFalse();
        assertThat(commands("tcpdump")).contains("10.20.30.41");
    }

    @Test
    void theTextChangesTheRowsAndAWrongTextKeepsThem() {
        test(text()).setValue("net 10.0.0.0/8 and ip[8] < 5");
        assertThat(values()).containsExactly("10.0.0.0/8");
        assertThat(find(Code.class).all()).extracting(Code::getText).contains("ip[8] < 5");
        test(text()).setValue("net 10.0.0.0/8 and");
        assertThat(text().isInvalid()).isTrue();
        assertThat(values()).containsExactly("10.0.0.0/8");
        assertThat(status()).contains("column 19");
    }

    @Test
    void aTermThatNoRowHoldsCanBeRemoved() {
        open("net 10.0.0.0/8 and ip[8] < 5");
        test(find(Button.class).withAriaLabel("Remove ip[8] < 5").single()).click();
        assertThat(text().getValue()).isEqualTo("net 10.0.0.0/8");
    }

    @Test
    void aGroupIsAddedJoinedOtherwiseAndRemoved() {
        open("host 10.20.30.40");
        test(find(Button.class).withAriaLabel("Add a group").single()).click();
        test(value(1)).setValue("10.9.0.1");
        test(find(Select.class).withAriaLabel("How the lines are joined").last())
                .selectItem("none of");
        assertThat(text().getValue()).isEqualTo("host 10.20.30.40 and not host 10.9.0.1");
        test(find(Button.class).withAriaLabel("Remove this group").single()).click();
        assertThat(text().getValue()).isEqualTo("host 10.20.30.40");
    }

    @Test
    void anOptionThatIsWrongTakesTheCommandsOfItsToolAwayOnly() {
        open("port 53");
        TextField device = find(TextField.class).withLabel("interface").single();
        test(device).setValue("eth0;reboot");
        assertThat(device.isInvalid()).isTrue();
        assertThat(find(Pre.class, card("tcpdump")).all()).isEmpty();
        assertThat(commands("checkpoint-fw-monitor")).isNotEmpty();
        test(device).setValue("eth7");
        assertThat(commands("tcpdump")).contains("-i eth7");
    }

    @Test
    void aLinkThatIsNotUnderstoodIsSaidOnThePage() {
        view.open(new BuildLink(BuildState.EMPTY, List.of("“x” means nothing here and was left out.")));
        assertThat(find(LinkNotice.class).single().getElement().getTextRecursively())
                .contains("“x” means nothing");
    }

    @Test
    void whoComesBackInTheSameTabFindsWhatWasThere() {
        test(text()).setValue("port 53");
        assertThat(ComponentUtil.getData(UI.getCurrent(), BuildState.class))
                .isEqualTo(BuildState.EMPTY.withFilter("port 53"));
    }

    @Test
    void eachPartOfTheCommandsIsToldWhenSomebodyAsksAndFollowsTheFilter() {
        open("host 10.20.30.40");
        PartsView parts = find(PartsView.class).first();
        assertThat(told(parts)).isEmpty();
        parts.setOpened(true);
        assertThat(told(parts)).contains("-nn", "10.20.30.40");
        open("host 10.20.30.41");
        assertThat(told(parts)).contains("10.20.30.41").doesNotContain("10.20.30.40");
    }

    private static String told(PartsView parts) {
        return parts.getContent()
                .map(content -> content.getElement().getTextRecursively())
                .collect(Collectors.joining());
    }

    private void open(String filter) {
        view.open(new BuildLink(BuildState.EMPTY.withFilter(filter), List.of()));
    }

    private TextArea text() {
        return find(TextArea.class).single();
    }

    private TextField value(int row) {
        return find(TextField.class).withClassName("ww-value").all().get(row);
    }

    private List<String> values() {
        return find(TextField.class).withClassName("ww-value").all().stream()
                .map(TextField::getValue)
                .toList();
    }

    private ToolCard card(String tool) {
        return find(ToolCard.class).id("card-" + tool);
    }

    private String commands(String tool) {
        return String.join(
                "\n",
                find(Pre.class, card(tool)).all().stream()
                        .map(pre -> pre.getElement().getTextRecursively())
                        .toList());
    }

    private String status() {
        return find(StatusLine.class).single().getElement().getTextRecursively();
    }
}
