package dev.wirewalk.shell.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** The list behind the key {@code ?}. */
class KeysDialog extends Dialog {
    KeysDialog(Map<String, String> pageKeys) {
        setHeaderTitle("Keys");
        addClassName("ww-keys");
        Map<String, String> all = new LinkedHashMap<>(pageKeys);
        all.put("?", "this list");
        all.put("Esc", "close what is open");
        DescriptionList list = new DescriptionList();
        all.forEach((key, meaning) -> {
            Span cap = new Span(key);
            cap.setClassName("ww-cap");
            list.add(new DescriptionList.Term(cap), new DescriptionList.Description(meaning));
        });
        add(list);
        NativeButton close = new NativeButton("Close", click -> close());
        close.setClassName("ww-hidden");
        add(close);
    }
}
