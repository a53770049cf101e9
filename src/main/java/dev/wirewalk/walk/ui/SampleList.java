package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Consumer;

/** The samples, each to be opened by one click. */
final class SampleList extends Div {
    /** @param open told the sample that was chosen */
    SampleList(Consumer<WalkSample> open) {
        setClassName("ww-samples");
        UnorderedList list = new UnorderedList();
        WalkSample.ALL.forEach(sample -> list.add(new ListItem(button(sample, open))));
        add(new H2("Or open a sample: a real case with its captures"), list);
    }

    private static NativeButton button(WalkSample sample, Consumer<WalkSample> open) {
        Span title = new Span(sample.title());
        title.setClassName("ww-sample-title");
        Span story = new Span(sample.story());
        story.setClassName("ww-soft");
        NativeButton button = new NativeButton();
        button.add(title, story);
        button.addClickListener(click -> open.accept(sample));
        button.setClassName("ww-sample");
        button.getElement().setAttribute("data-sample", sample.id());
        return button;
    }
}
