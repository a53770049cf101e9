package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.UploadManager;
import dev.wirewalk.diagnosis.NextCapture;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The captures and checks that would settle what stayed open, ready to be copied. */
final class NextCard extends Section {
    private static final String ID = "next-capture";

    /** @param uploads takes captures for the point of a name */
    NextCard(List<NextCapture> captures, Function<String, Optional<UploadManager>> uploads) {
        setClassName("ww-card");
        setId(ID);
        add(new H2(title(captures)));
        captures.forEach(capture -> {
            Div one = one(capture);
            if (captures(capture)) {
                uploads.apply(capture.point()).ifPresent(manager -> one.add(place(capture.point(), manager)));
            }
            add(one);
        });
    }

    /** What the card offers: captures, or only looks at a device. */
    static String title(List<NextCapture> captures) {
        long captured = captures.stream().filter(NextCard::captures).count();
        if (captured == 0) {
            return "Next checks";
        }
        return captured == 1 ? "Next capture" : "Next captures";
    }

    /** Whether it is a capture, and not only looks at a device. */
    static boolean captures(NextCapture next) {
        return !next.steps().isEmpty() || next.checks().isEmpty();
    }

    /** A button that brings this card into view. */
    static Button leadThere(String words) {
        Button button = new Button(words);
        button.addClickListener(click ->
                button.getElement().executeJs("document.getElementById($0)?.scrollIntoView({behavior: 'smooth'})", ID));
        return button;
    }

    private static CapturesDrop place(String point, UploadManager uploads) {
        return new CapturesDrop("Add the capture", "or drop it here: it goes to " + point, uploads);
    }

    private static Div one(NextCapture capture) {
        Span point = new Span(capture.point());
        point.setClassName("ww-next-point");
        Paragraph why = new Paragraph(new Span("At "), point, new Span(": " + capture.why()));
        Div one = new Div(why);
        one.setClassName("ww-next");
        List<CommandStep> steps = capture.steps().stream().map(CommandStep::of).toList();
        if (!steps.isEmpty()) {
            one.add(new StepList(steps, "the next capture at " + capture.point()));
        }
        if (!capture.checks().isEmpty()) {
            one.add(new CheckList(capture.checks(), capture.point()));
        }
        return one;
    }
}
