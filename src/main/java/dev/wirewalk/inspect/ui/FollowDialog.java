package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.wirewalk.inspection.stream.Dialogue;
import dev.wirewalk.shell.ui.Numbers;

/** What both sides of a conversation said, in order, as text or as bytes. */
final class FollowDialog extends Dialog {
    private static final String TEXT = "text";
    private static final String HEX = "hexadecimal";

    private final transient Dialogue dialogue;
    private final Div turns = new Div();

    /** @param ends of the conversation, as its list of packets names them */
    FollowDialog(String ends, Dialogue dialogue) {
        this.dialogue = dialogue;
        setHeaderTitle(ends);
        setWidth("min(70rem, 95vw)");
        addClassName("ww-follow-dialog");
        RadioButtonGroup<String> view = new RadioButtonGroup<>("Show as", TEXT, HEX);
        view.setValue(TEXT);
        view.addValueChangeListener(change -> show(HEX.equals(change.getValue())));
        turns.setClassName("ww-turns");
        turns.getElement().setAttribute("tabindex", "0");
        turns.getElement().setAttribute("role", "region");
        turns.getElement().setAttribute("aria-label", "What was said");
        add(new Paragraph(facts()), view, turns);
        getFooter().add(new Button("Close", click -> close()));
        show(false);
    }

    private String facts() {
        StringBuilder facts = new StringBuilder("The client sent ")
                .append(amount(true))
                .append(", the server ")
                .append(amount(false))
                .append('.');
        if (dialogue.cut()) {
            facts.append(" This is the beginning only: ")
                    .append(Numbers.count(dialogue.read()))
                    .append(" of ")
                    .append(Numbers.count(dialogue.packets(), "packet"))
                    .append('.');
        }
        if (dialogue.unplaced() > 0) {
            facts.append(' ')
                    .append(Numbers.count(dialogue.unplaced(), "packet"))
                    .append(" with data fit nowhere: their sequence numbers are not known, or far from all others.");
        }
        return facts.toString();
    }

    private String amount(boolean fromClient) {
        long missing = dialogue.missing(fromClient);
        return Numbers.count(dialogue.bytes(fromClient), "byte")
                + (missing > 0 ? " and " + Numbers.count(missing) + " that are not in the capture" : "");
    }

    private void show(boolean hex) {
        turns.removeAll();
        dialogue.turns().forEach(turn -> turns.add(block(turn, hex)));
        if (dialogue.turns().isEmpty()) {
            turns.add(Words.soft("Nobody sent any data."));
        }
    }

    private static Div block(Dialogue.Turn turn, boolean hex) {
        Div block = new Div();
        block.addClassNames("ww-turn", turn.fromClient() ? "client" : "server");
        String who = turn.fromClient() ? "client →" : "← server";
        switch (turn) {
            case Dialogue.Said(boolean fromClient, long frame, byte[] bytes) -> {
                Pre words = new Pre(
                        hex ? HexText.of(bytes.length, at -> Byte.toUnsignedInt(bytes[at])) : PlainText.of(bytes));
                words.setClassName(hex ? "ww-bytes" : "ww-words");
                block.add(head(who + " " + Numbers.count(bytes.length, "byte") + ", from frame " + frame), words);
            }
            case Dialogue.Missing(boolean fromClient, long frame, long bytes) -> {
                block.addClassName("missing");
                block.add(head(who + " ! " + Numbers.count(bytes, "byte") + (bytes == 1 ? " is" : " are")
                        + " not in the capture"));
            }
        }
        return block;
    }

    private static Span head(String words) {
        Span head = new Span(words);
        head.setClassName("ww-turn-head");
        return head;
    }
}
