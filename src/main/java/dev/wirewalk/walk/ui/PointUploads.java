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
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The uploads of the page. They belong to the page and not to what is shown of a point, so that opening another point stops
 * none. The element itself shows nothing: it holds one owner of uploads per point, and one for captures of no point yet. An owner
 * must not be made invisible: the server then takes nothing from it any more.
 */
final class PointUploads extends Div {
    private final transient Investigation investigation;
    private final long maximumFile;
    private final Map<String, UploadManager> byPoint = new HashMap<>();
    private final UploadManager anywhere;

    /** @param maximumFile bytes; larger files are refused before they are sent */
    PointUploads(Investigation investigation, long maximumFile) {
        this.investigation = investigation;
        this.maximumFile = maximumFile;
        getElement().setAttribute("hidden", true);
        anywhere = arranging();
    }

    UploadManager at(String point) {
        return byPoint.computeIfAbsent(point, id -> open(file -> id));
    }

    /** Takes captures for the point that has this name now; empty when none has. */
    Optional<UploadManager> ofPointNamed(String name) {
        return investigation.state().draft().points().stream()
                .filter(point -> point.name().strip().equals(name))
                .findFirst()
                .map(point -> at(point.id()));
    }

    /** Takes captures of which nobody says where they were taken; their places are found when all are there. */
    UploadManager anywhere() {
        return anywhere;
    }

    private UploadManager arranging() {
        UploadManager uploads = open(investigation::addPoint);
        // Reading takes as long as the files are large; the page must not wait for it.
        uploads.addAllFinishedListener(
                finished -> Thread.ofVirtual().name("arranging").start(investigation::arrange));
        return uploads;
    }

    /** @param point where a file of this name goes */
    private UploadManager open(UnaryOperator<String> point) {
        Div owner = new Div();
        add(owner);
        UploadManager uploads = new UploadManager(owner, handler(point));
        // The bytes of the file alone: nothing collects them before the handler reads.
        uploads.setUploadFormat(UploadFormat.RAW);
        uploads.setMaxFileSize(maximumFile);
        uploads.addFileRejectedListener(rejected -> investigation.refuse(
                point.apply(rejected.getFileName()),
                rejected.getFileName(),
                "Not taken: the file is larger than " + ByteCount.of(maximumFile)
                        + ", the most for a single file. Split it, or capture with a narrower filter."));
        uploads.addAllFinishedListener(finished -> uploads.clearFileList());
        return uploads;
    }

    private UploadHandler handler(UnaryOperator<String> point) {
        return event -> {
            try {
                investigation.receive(
                        point.apply(event.getFileName()),
                        event.getFileName(),
                        event.getFileSize(),
                        event.getInputStream());
            } catch (UploadRefused refused) {
                event.reject(refused.sentence());
            }
        };
    }
}
