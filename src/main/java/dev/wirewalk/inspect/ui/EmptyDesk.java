package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wirewalk.store.DeskFile;
import java.util.Optional;

/** What stands where an open file would: what the page is for, or why the chosen file is not open. */
final class EmptyDesk extends Section {
    private final H1 title = new H1();
    private final Paragraph text = new Paragraph();
    private final Div sample;
    private final UnorderedList uses = new UnorderedList(
            new ListItem("Handshakes that fail, and who refuses: the server, a box on the way, or silence."),
            new ListItem("Loss on the network, told apart from packets that only the capture missed."),
            new ListItem("Delays, and whose they are: the network's, the client's, or the server's."),
            new ListItem("Errors of DNS, HTTP and ICMP, with the flow that each is about."));

    /** @param openSample run when the person wants to see the page at work */
    EmptyDesk(Runnable openSample) {
        addClassNames("ww-card", "ww-empty");
        sample = new Div(
                new Button("Open a sample", click -> openSample.run()),
                Words.soft("a small capture: a name that does not exist, a page sent twice, a port that refuses"));
        sample.setClassName("ww-row");
        add(title, text, uses, sample);
    }

    /**
     * Explains why nothing is open.
     *
     * @param strange whether the address names a file that is not here
     */
    void waiting(Optional<DeskFile> file, boolean strange) {
        uses.setVisible(file.isEmpty() && !strange);
        sample.setVisible(file.isEmpty());
        if (strange) {
            title.setText("The file of this link is not here");
            text.setText("Files belong to the browser session that added them, and go when it ends or when they are"
                    + " deleted. Choose another file, or add this one again.");
            return;
        }
        if (file.isEmpty()) {
            title.setText("Inspect one capture at a time");
            text.setText("Add a capture, or paste what a tool printed. You get what an expert would list first,"
                    + " each with the frames that show it and what to do about it:");
            return;
        }
        title.setText(file.get().name());
        text.setText(
                switch (file.get().stage()) {
                    case DeskFile.Receiving receiving -> "The file is coming in.";
                    case DeskFile.Reading reading ->
                        "The file is being read; the findings appear here when it is done.";
                    case DeskFile.Ready ready -> "";
                    case DeskFile.Refused(String sentence) -> sentence;
                });
    }
}
