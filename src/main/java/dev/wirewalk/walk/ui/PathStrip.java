package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.store.InvestigationState;
import dev.wirewalk.topology.Point;
import dev.wirewalk.topology.draft.PointDraft;
import dev.wirewalk.walk.ui.StripMarks.Kind;
import dev.wirewalk.walk.ui.StripMarks.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The path as a line of points: neighbours of one device in a frame, the stretches between them marked with what the walk
 * found. Boxes of points are kept as long as the point lives, so that the keyboard's place is not lost.
 */
final class PathStrip extends Div {
    private final PointUploads uploads;
    private final Consumer<String> open;
    private final Map<String, PointBox> boxes = new HashMap<>();
    private List<Object> shown = List.of();

    PathStrip(PointUploads uploads, Consumer<String> open) {
        this.uploads = uploads;
        this.open = open;
        setClassName("ww-strip");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Points of the path, client to server");
    }

    void show(InvestigationState state, String opened) {
        List<PointDraft> points = state.draft().points();
        List<String> names = points.stream().map(point -> point.name().strip()).toList();
        StripMarks marks = state.found()
                .filter(found ->
                        found.path().points().stream().map(Point::name).toList().equals(names))
                .map(found -> StripMarks.of(found.result(), found.path()))
                .orElseGet(() -> StripMarks.none(points.size()));
        lay(points, marks);
        boxes.keySet().removeIf(id -> state.draft().point(id).isEmpty());
        for (PointDraft point : points) {
            box(point)
                    .show(
                            point,
                            state.filesAt(point.id()),
                            point.id().equals(opened),
                            marks.devices().containsKey(point.device()));
        }
    }

    void focus(String point) {
        PointBox box = boxes.get(point);
        if (box != null) {
            box.focusButton();
        }
    }

    /** Gives the focus back to a box that lost it because it was moved. */
    void keepFocus(String point) {
        PointBox box = boxes.get(point);
        if (box != null) {
            box.keepFocus();
        }
    }

    private PointBox box(PointDraft point) {
        return boxes.computeIfAbsent(point.id(), id -> new PointBox(id, uploads.at(id), open));
    }

    /** Lays boxes and stretches anew, but only when something about them changed. */
    private void lay(List<PointDraft> points, StripMarks marks) {
        List<Object> wanted = new ArrayList<>(List.of(marks));
        points.forEach(point -> wanted.add(List.of(point.id(), point.device())));
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        removeAll();
        int place = 0;
        while (place < points.size()) {
            int end = place + 1;
            String device = points.get(place).device();
            while (end < points.size() && points.get(end).device().equals(device) && !device.isBlank()) {
                end++;
            }
            if (place > 0) {
                add(stretch(points, place - 1, marks.stretches().get(place - 1)));
            }
            add(frame(points, place, end, marks));
            place = end;
        }
    }

    private Div frame(List<PointDraft> points, int first, int end, StripMarks marks) {
        String device = points.get(first).device();
        Div frame = new Div();
        frame.setClassName("ww-device");
        frame.getClassNames().set("alone", end - first == 1);
        Span title = new Span(device);
        title.setClassName("ww-device-name");
        boolean saidByItsPoint = end - first == 1 && points.get(first).name().startsWith(device);
        if (!saidByItsPoint) {
            frame.add(title);
        }
        for (int place = first; place < end; place++) {
            if (place > first) {
                frame.add(stretch(points, place - 1, marks.stretches().get(place - 1)));
            }
            frame.add(box(points.get(place)));
        }
        Mark mark = marks.devices().getOrDefault(device, Mark.NONE);
        frame.addClassName(look(mark.kind()));
        if (!mark.sign().isEmpty()) {
            Span sign = badge(mark);
            sign.addClassName("ww-device-sign");
            frame.add(sign);
        }
        return frame;
    }

    private static Div stretch(List<PointDraft> points, int place, Mark mark) {
        Div stretch = new Div();
        stretch.addClassNames("ww-stretch", look(mark.kind()));
        stretch.getElement().setAttribute("role", "img");
        String ends = points.get(place).name() + " to " + points.get(place + 1).name();
        String said = (mark.sign() + " " + mark.note()).strip();
        stretch.getElement().setAttribute("aria-label", ends + ": " + (said.isEmpty() ? "not known" : said));
        if (!mark.sign().isEmpty()) {
            stretch.add(badge(mark));
        }
        if (!mark.note().isEmpty()) {
            Span note = new Span(mark.note());
            note.setClassName("ww-stretch-note");
            stretch.add(note);
        }
        return stretch;
    }

    private static Span badge(Mark mark) {
        int end = mark.sign().indexOf(' ');
        Span badge = new Span(end < 0 ? mark.sign() : mark.sign().substring(0, end));
        if (end > 0) {
            Span words = new Span(mark.sign().substring(end));
            words.setClassName("ww-badge-words");
            badge.add(words);
        }
        badge.addClassNames(
                "ww-badge",
                switch (mark.kind()) {
                    case FINE -> "yes";
                    case FAILING -> "no";
                    case LOSING, UNKNOWN -> "unknown";
                });
        return badge;
    }

    private static String look(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
