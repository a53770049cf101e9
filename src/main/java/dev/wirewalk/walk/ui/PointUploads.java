package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.wirewalk.store.ByteCount;
import dev.wirewalk.store.Investigation;
import dev.wirewalk.store.UploadRefused;
import java.util.HashMap;
import java.util.Map;

/**
 * The uploads of the page. They belong to the page and not to what is shown of a point, so that opening another point stops
 * none. The element itself shows nothing: it holds one owner of uploads per point.
 */
final class PointUploads extends Div {
    private final transient Investigation investigation;
    private final long maximumFile;
    private final Map<String, UploadManager> byPoint = new HashMap<>();

    /** @param maximumFile bytes; larger files are refused before they are sent */
    PointUploads(Investigation investigation, long maximumFile) {
        this.investigation = investigation;
        this.maximumFile = maximumFile;
        getElement().setAttribute("hidden", true);
    }

    UploadManager at(String point) {
        return byPoint.computeIfAbsent(point, this::open);
    }

    private UploadManager open(String point) {
        Div owner = new Div();
        add(owner);
        UploadManager uploads = new UploadManager(owner, handler(point));
        // The bytes of the file alone: nothing collects them before the handler reads.
        uploads.setUploadFormat(UploadFormat.RAW);
        uploads.setMaxFileSize(maximumFile);
        uploads.addFileRejectedListener(rejected -> investigation.refuse(
                point,
                rejected.getFileName(),
                "Not taken: the file is larger than " + ByteCount.of(maximumFile)
                        + ", the most for a single file. Split it, or capture with a narrower filter."));
        uploads.addAllFinishedListener(finished -> uploads.clearFileList());
        return uploads;
    }

    private UploadHandler handler(String point) {
        return event -> {
            try {
                investigation.receive(point, event.getFileName(), event.getFileSize(), event.getInputStream());
            } catch (UploadRefused refused) {
                event.reject(refused.sentence());
            }
        };
    }
}
