package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadManager;
import dev.wirewalk.shell.ui.Numbers;
import dev.wirewalk.store.ByteCount;
import dev.wirewalk.store.PointFile;
import dev.wirewalk.topology.draft.PointDraft;
import java.util.List;
import java.util.function.Consumer;

/** A point in the strip: its name, interface and what it has. Opens the point; takes files dropped on it. */
final class PointBox extends UploadDropZone {
    private final NativeButton button = new NativeButton();
    private final Span name = new Span();
    private final Span interfaceName = new Span();
    private final Span state = new Span();

    PointBox(String point, UploadManager uploads, Consumer<String> open) {
        super(uploads);
        setContent(button);
        getElement().getClassList().add("ww-point-zone");
        button.setClassName("ww-point");
        name.setClassName("ww-point-name");
        interfaceName.addClassNames("ww-mono", "ww-soft");
        state.addClassNames("ww-point-state");
        button.add(name, interfaceName, state);
        button.addClickListener(click -> open.accept(point));
        button.getElement().setAttribute("data-point", point);
    }

    void show(PointDraft point, List<PointFile> files, boolean opened, boolean failing) {
        name.setText(point.name().isBlank() ? "unnamed" : point.name());
        interfaceName.setText(point.interfaceName().isBlank() ? "–" : point.interfaceName());
        state.setText(summary(files));
        button.getClassNames().set("failing", failing);
        button.getClassNames().set("empty", files.isEmpty());
        button.getElement().setAttribute("aria-expanded", String.valueOf(opened));
    }

    void focusButton() {
        button.focus();
    }

    void keepFocus() {
        button.getElement().executeJs("if (document.activeElement === document.body) this.focus()");
    }

    /** One short line: what is coming in, else what is there, and whether something was refused. */
    static String summary(List<PointFile> files) {
        long received = 0;
        long packets = 0;
        int usable = 0;
        int arriving = 0;
        int refused = 0;
        boolean checking = false;
        for (PointFile file : files) {
            switch (file.stage()) {
                case PointFile.Receiving receiving -> {
                    arriving++;
                    received += receiving.received();
                }
                case PointFile.Checking reading -> checking = true;
                case PointFile.Usable capture -> {
                    usable++;
                    packets += capture.report().packets();
                }
                case PointFile.Refused no -> refused++;
            }
        }
        String bad = refused == 0 ? "" : "! " + refused + " not used";
        if (arriving > 0) {
            return "receiving, " + ByteCount.of(received);
        }
        if (checking) {
            return "reading";
        }
        String good = usable == 0 ? "" : Numbers.count(packets, "packet");
        return good.isEmpty() && bad.isEmpty()
                ? "no capture yet"
                : good.isEmpty() ? bad : bad.isEmpty() ? good : good + " · " + bad;
    }
}
