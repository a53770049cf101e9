package dev.wirewalk.build.ui.form;

import dev.wirewalk.filter.Filter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A filter as rows and groups, which a person changes one by one. */
public final class FilterForm {
    private final FormGroup root;

    private FilterForm(FormGroup root) {
        this.root = root;
    }

    /** The form of a filter; reading it at once gives a filter that selects the same packets. */
    public static FilterForm of(Filter filter) {
        return new FilterForm(
                switch (filter) {
                    case Filter.Any _ -> new FormGroup(FormGroup.Kind.ALL, List.of());
                    case Filter other ->
                        node(other) instanceof FormGroup group
                                ? group
                                : new FormGroup(FormGroup.Kind.ALL, List.of(node(other)));
                });
    }

    public FormGroup root() {
        return root;
    }

    /** How many rows and texts there are, in all groups. */
    public int lines() {
        return lines(root);
    }

    private static int lines(FormNode node) {
        return switch (node) {
            case FormGroup group ->
                group.parts().stream().mapToInt(FilterForm::lines).sum();
            case FormRow _, FormText _ -> 1;
        };
    }

    private static FormNode node(Filter filter) {
        return switch (filter) {
            case Filter.Any any -> new FormText(any);
            case Filter.And(var parts) -> all(parts);
            case Filter.Or(var parts) -> group(FormGroup.Kind.ANY, parts);
            case Filter.Not(Filter.Or(var parts)) -> group(FormGroup.Kind.NONE, parts);
            case Filter.Not(var part) -> group(FormGroup.Kind.NONE, List.of(part));
            case Filter.Encapsulated tagged
            when LinkRows.tag(tagged.kind(), tagged.id()).isPresent() && !(tagged.inner() instanceof Filter.Any) ->
                tagged(tagged);
            case Filter.Term term ->
                RowWriter.write(term).<FormNode>map(row -> row).orElseGet(() -> new FormText(term));
        };
    }

    /** The tag's row with what is behind the tag below it. */
    private static FormGroup tagged(Filter.Encapsulated tagged) {
        List<FormNode> parts = new ArrayList<>();
        LinkRows.tag(tagged.kind(), tagged.id()).ifPresent(parts::add);
        if (tagged.inner() instanceof Filter.And(var inside)) {
            inside.forEach(part -> parts.add(node(part)));
        } else {
            parts.add(node(tagged.inner()));
        }
        return new FormGroup(FormGroup.Kind.ALL, parts);
    }

    /** A tag beside other parts that are not behind it is no row, because a row takes what stands below it behind the tag. */
    private static FormGroup all(List<Filter> parts) {
        List<FormNode> nodes =
                new ArrayList<>(parts.stream().map(FilterForm::node).toList());
        for (int i = 0; i < nodes.size() - 1; i++) {
            if (nodes.get(i) instanceof FormRow row && row.kind() == TermKind.VLAN) {
                nodes.set(i, new FormText(parts.get(i)));
            }
        }
        return new FormGroup(FormGroup.Kind.ALL, nodes);
    }

    private static FormGroup group(FormGroup.Kind kind, List<Filter> parts) {
        return new FormGroup(kind, parts.stream().map(FilterForm::node).toList());
    }

    /** What the form says now. */
    public Reading read() {
        Map<FormNode, String> problems = new IdentityHashMap<>();
        if (root.parts().isEmpty()) {
            return new Reading(Filter.ANY, problems);
        }
        return new Reading(read(root, problems), problems);
    }

    /**
     * @param filter the filter; only meaningful when {@code complete}
     * @param problems what is wrong, by the line it is wrong in
     */
    public record Reading(Filter filter, Map<FormNode, String> problems) {
        public boolean complete() {
            return problems.isEmpty();
        }
    }

    private static Filter read(FormNode node, Map<FormNode, String> problems) {
        return switch (node) {
            case FormText text -> text.filter();
            case FormRow row -> {
                try {
                    yield RowReader.read(row);
                } catch (RowProblem problem) {
                    problems.put(row, problem.sentence());
                    yield Filter.ANY;
                }
            }
            case FormGroup group -> read(group, problems);
        };
    }

    private static Filter read(FormGroup group, Map<FormNode, String> problems) {
        if (group.parts().isEmpty()) {
            problems.put(group, "this group is empty: add a term or remove it");
            return Filter.ANY;
        }
        List<Filter> parts = new ArrayList<>();
        group.parts().forEach(part -> parts.add(read(part, problems)));
        return switch (group.kind()) {
            case ALL -> allOf(group.parts(), parts);
            case ANY -> Filter.any(parts);
            case NONE -> new Filter.Not(Filter.any(parts));
        };
    }

    /** A tag's row takes what stands below it behind the tag. */
    private static Filter allOf(List<FormNode> nodes, List<Filter> parts) {
        for (int i = 0; i < parts.size() - 1; i++) {
            if (nodes.get(i) instanceof FormRow row
                    && row.kind() == TermKind.VLAN
                    && parts.get(i) instanceof Filter.Encapsulated(var kind, var id, var _)) {
                Filter inside = allOf(nodes.subList(i + 1, nodes.size()), parts.subList(i + 1, parts.size()));
                List<Filter> all = new ArrayList<>(parts.subList(0, i));
                all.add(new Filter.Encapsulated(kind, id, inside));
                return Filter.all(all);
            }
        }
        return Filter.all(parts);
    }
}
