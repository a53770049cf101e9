package dev.wirewalk.build.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two ways to build: for one place, and for all points of a path. The filter goes along from one to the other. */
public final class Ways extends Nav {
    /** Which of the two. */
    public enum Way {
        PLACE,
        PATH
    }

    private final Anchor place = new Anchor("", "For one place");
    private final Anchor path = new Anchor("path", "Along a path");

    public Ways(Way shown) {
        setClassName("ww-ways");
        getElement().setAttribute("aria-label", "What to build for");
        (shown == Way.PLACE ? place : path).getElement().setAttribute("aria-current", "page");
        for (Anchor anchor : List.of(place, path)) {
            anchor.setRouterIgnore(false);
        }
        add(place, path);
    }

    /**
     * Lets both links carry the filter along.
     *
     * @param link the path as part of an address
     */
    public void show(String filter, Optional<String> link) {
        String query = query(filter, link);
        place.setHref("." + (filter.isBlank() ? "" : "?" + query(filter, Optional.empty())));
        path.setHref("path" + (query.isEmpty() ? "" : "?" + query));
    }

    /** The query, without the question mark. */
    public static String query(String filter, Optional<String> link) {
        List<String> parameters = new ArrayList<>();
        if (!filter.isBlank()) {
            parameters.add("filter="
                    + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        link.ifPresent(text -> parameters.add("path=" + text));
        return String.join("&", parameters);
    }
}
