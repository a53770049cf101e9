package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadManager;

/** A place to drop captures on, with a button to choose them. */
final class CapturesDrop extends Div {
    /** @param text what to drop, in a sentence */
    CapturesDrop(String button, String text, UploadManager uploads) {
        addClassName("ww-captures-drop");
        Div row = new Div(new UploadButton(button, uploads), new Span(text));
        row.addClassNames("ww-row", "ww-soft");
        UploadDropZone zone = new UploadDropZone(row, uploads);
        zone.getElement().getClassList().add("ww-drop");
        add(zone);
    }
}
