package dev.wirewalk.inspect.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.wirewalk.inspection.Extract;
import dev.wirewalk.store.OpenFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;

/** A link that gives some packets of the open file as a pcapng file. Its address belongs to this session and answers no other. */
final class Download extends Anchor {
    /**
     * @param what names the packets, as a part of the file's name
     * @param chosen asked when the link is followed, from any thread
     */
    Download(OpenFile file, String words, String what, Supplier<Extract.Choice> chosen) {
        super(handler(file, what, chosen), words);
        addClassName("ww-download");
        setTitle("These packets as a pcapng file");
    }

    private static DownloadHandler handler(OpenFile file, String what, Supplier<Extract.Choice> chosen) {
        return event -> {
            event.setFileName(base(file.inspection().result().file()) + "-" + what + ".pcapng");
            event.setContentType("application/octet-stream");
            event.getResponse().setHeader("Cache-Control", "no-store");
            write(file, new Extract(file.inspection().result(), chosen.get()), event);
        };
    }

    /** The file is held only while a piece is read from it: whoever deletes it does not wait for a slow network. */
    private static void write(OpenFile file, Extract extract, DownloadEvent event) throws IOException {
        OutputStream out = event.getOutputStream();
        while (!extract.ended()) {
            Optional<byte[]> piece =
                    file.use(Optional.empty(), (capture, frames) -> Optional.of(extract.next(capture, frames)));
            if (piece.isEmpty()) {
                throw new FileNotFoundException("the file was deleted while packets of it were sent");
            }
            out.write(piece.get());
        }
        out.flush();
    }

    /** Without the ending, which is another one now. */
    private static String base(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
