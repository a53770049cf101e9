package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.wirewalk.store.ByteCount;
import dev.wirewalk.store.InspectionDesk;
import dev.wirewalk.store.StoreSettings;
import dev.wirewalk.store.UploadRefused;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Ways for a file to come onto the desk: chosen, dropped, or pasted as text. */
final class DeskUploads extends Div {
    private final transient InspectionDesk desk;

    DeskUploads(InspectionDesk desk, StoreSettings settings) {
        this.desk = desk;
        setClassName("ww-desk-uploads");
        Div owner = new Div();
        owner.getElement().setAttribute("hidden", true);
        UploadManager uploads = new UploadManager(owner, handler());
        // The bytes of the file alone: nothing collects them before the handler reads.
        uploads.setUploadFormat(UploadFormat.RAW);
        long most = settings.maximumFile().toBytes();
        uploads.setMaxFileSize(most);
        uploads.addFileRejectedListener(rejected -> desk.refuse(
                rejected.getFileName(),
                "Not taken: the file is larger than " + ByteCount.of(most)
                        + ", the most for a single file. Split it, or capture with a narrower filter."));
        uploads.addAllFinishedListener(finished -> uploads.clearFileList());
        UploadButton button = new UploadButton("Add captures", uploads);
        button.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        Button paste = new Button("Paste text", click -> pasteDialog().open());
        Span hint = Words.soft("or drop files here");
        Div row = new Div(button, paste, hint);
        row.setClassName("ww-row");
        UploadDropZone zone = new UploadDropZone(row, uploads);
        zone.getElement().getClassList().add("ww-drop");
        Paragraph limits =
                new Paragraph("pcap, pcapng, snoop, also compressed; and what tools print: tcpdump, captures and"
                        + " debugs of firewalls, traces of rules. " + settings.promise());
        limits.addClassNames("ww-soft", "ww-note");
        add(owner, zone, limits);
    }

    private UploadHandler handler() {
        return event -> {
            try {
                desk.receive(event.getFileName(), event.getFileSize(), event.getInputStream());
            } catch (UploadRefused refused) {
                event.reject(refused.sentence());
            }
        };
    }

    private Dialog pasteDialog() {
        Dialog dialog = new Dialog("Paste what a tool printed");
        TextArea text = new TextArea("The text, with its prompts and commands or without");
        text.setClassName("ww-paste-text");
        text.setMinRows(10);
        text.setMaxRows(20);
        text.setWidthFull();
        text.getElement().setAttribute("spellcheck", "false");
        Button read = new Button("Read it", click -> {
            take(text.getValue());
            dialog.close();
        });
        read.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        dialog.setWidth("min(60rem, 95vw)");
        dialog.add(text);
        dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), read);
        text.focus();
        return dialog;
    }

    private void take(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            desk.receive("pasted text", bytes.length, new ByteArrayInputStream(bytes));
        } catch (UploadRefused refused) {
            // The desk's list says so.
        }
    }
}
