package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.wirewalk.store.ByteCount;
import dev.wirewalk.store.Investigation;
import dev.wirewalk.store.UploadRefused;

/** Takes captures of which nobody says where they were taken: each becomes a point, and all are put in order when they are there. */
final class CapturesDrop extends Div {
    private final transient Investigation investigation;

    /**
     * @param text what to drop, in a sentence
     * @param maximumFile bytes; larger files are refused before they are sent
     */
    CapturesDrop(Investigation investigation, String text, long maximumFile) {
        this.investigation = investigation;
        addClassName("ww-captures-drop");
        Div owner = new Div();
        UploadManager uploads = new UploadManager(owner, this::take);
        uploads.setUploadFormat(UploadFormat.RAW);
        uploads.setMaxFileSize(maximumFile);
        uploads.addFileRejectedListener(rejected -> investigation.refuse(
                investigation.addPoint(rejected.getFileName()),
                rejected.getFileName(),
                "Not taken: the file is larger than " + ByteCount.of(maximumFile) + ", the most for a single file."));
        uploads.addAllFinishedListener(finished -> {
            uploads.clearFileList();
            // Reading takes as long as the files are large; the page must not wait for it.
            Thread.ofVirtual().name("arranging").start(investigation::arrange);
        });
        Div row = new Div(new UploadButton("Choose captures", uploads), new Span(text));
        row.addClassNames("ww-row", "ww-soft");
        add(owner, new UploadDropZone(row, uploads));
    }

    private void take(UploadEvent event) throws java.io.IOException {
        try {
            String point = investigation.addPoint(event.getFileName());
            investigation.receive(point, event.getFileName(), event.getFileSize(), event.getInputStream());
        } catch (UploadRefused refused) {
            event.reject(refused.sentence());
        }
    }
}
