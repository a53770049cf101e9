package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.wirewalk.topology.PathFile;
import dev.wirewalk.topology.PathFileException;
import dev.wirewalk.topology.draft.PathDraft;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Takes a path file, pasted or from disk. Its mistakes are said with their line, and the text stays to be corrected. */
final class LoadPathDialog extends Dialog {
    /** As much as a path file may have. */
    private static final int LARGEST_BYTES = 1 << 20;

    private final TextArea text = new TextArea("Path file (YAML)");
    private final Consumer<PathDraft> use;

    LoadPathDialog(Consumer<PathDraft> use) {
        this.use = use;
        setHeaderTitle("Load a path");
        addClassName("ww-load");
        text.setPlaceholder("""
                flow: {protocol: tcp, client: 192.0.2.10, server: 198.51.100.7, port: 443}
                points:
                  - {name: client, device: client, interface: eth0, tool: tcpdump, files: []}
                  - {name: fw-in, device: fw, interface: eth0, files: []}
                  - {name: fw-out, device: fw, interface: eth1, files: []}
                  - {name: server, device: server, interface: eth0, files: []}""");
        text.setWidthFull();
        text.setMinRows(10);
        text.setMaxRows(18);
        text.addClassName("ww-mono-field");
        UploadManager uploads = new UploadManager(this, this::read);
        uploads.setMaxFileSize(LARGEST_BYTES);
        uploads.addFileRejectedListener(rejected -> problem("A path file has at most 1 MiB."));
        uploads.addAllFinishedListener(finished -> uploads.clearFileList());
        Paragraph note = new Paragraph(
                "Files that a path file names are not read from this server: upload them to their points. Points that have the name"
                        + " of one you already have keep its files.");
        note.addClassNames("ww-soft", "ww-note");
        add(text, new UploadButton("Choose a file", uploads), note);
        Button take = new Button("Use this path", click -> take());
        take.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), take);
    }

    private void read(UploadEvent event) throws IOException {
        byte[] bytes;
        try (InputStream stream = event.getInputStream()) {
            bytes = stream.readNBytes(LARGEST_BYTES + 1);
        }
        if (bytes.length > LARGEST_BYTES) {
            event.reject("A path file has at most 1 MiB.");
            return;
        }
        String read = new String(bytes, StandardCharsets.UTF_8);
        event.getUI().access(() -> {
            text.setValue(read);
            text.setInvalid(false);
        });
    }

    private void take() {
        try {
            PathDraft draft = PathDraft.of(PathFile.parse("path", text.getValue(), java.nio.file.Path.of("")));
            close();
            use.accept(draft);
        } catch (PathFileException wrong) {
            problem(
                    wrong.line() > 0
                            ? "Line " + wrong.line() + ": "
                                    + String.valueOf(wrong.getMessage()).replaceFirst("^path:\\d+: ", "")
                            : String.valueOf(wrong.getMessage()).replaceFirst("^path: ", ""));
        }
    }

    private void problem(String sentence) {
        text.setErrorMessage(sentence);
        text.setInvalid(true);
    }
}
