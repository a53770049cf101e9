package dev.wirewalk.dialect;

import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.FieldValues.Range;
import dev.wirewalk.profile.LineField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A field whose value is one of some items: single values, prefixes or ranges, also lists of them and what is none of them. */
abstract class ListedWords<T extends Comparable<T>> implements FieldWords<T> {
    /** Values of a range that are named one by one where ranges cannot be said. */
    static final int NAMED = 16;

    final LineField field;

    /** What was found to say values; lines that are weighed against each other ask for the same ones over and over. */
    private final Map<FieldValues<T>, Optional<Said<T>>> known = new HashMap<>();

    ListedWords(LineField field) {
        this.field = field;
    }

    /** Items, each of which has a text, that together are the ranges; empty when that is impossible. */
    abstract Optional<List<Range<T>>> items(List<Range<T>> ranges);

    abstract String text(Range<T> item);

    /** All values that the field can have. */
    abstract FieldValues<T> universe();

    /** One item around the values. */
    abstract Optional<Range<T>> hull(FieldValues<T> values);

    private record Said<T extends Comparable<T>>(boolean negated, List<Range<T>> items) {}

    private Optional<Said<T>> said(FieldValues<T> values) {
        return known.computeIfAbsent(values, this::sayable);
    }

    private Optional<Said<T>> sayable(FieldValues<T> values) {
        if (values.absent() || values.isEmpty()) {
            return Optional.empty();
        }
        Optional<Said<T>> plain =
                items(values.ranges()).filter(items -> fits(items, true)).map(items -> new Said<>(false, items));
        return plain.or(() -> items(outside(values).ranges())
                .filter(items -> items.size() == 1 ? field.not().isPresent() : fits(items, false))
                .map(items -> new Said<>(true, items)));
    }

    private boolean fits(List<Range<T>> items, boolean wanted) {
        if (items.size() == 1) {
            return wanted;
        }
        return field.list()
                .filter(list -> !items.isEmpty() && items.size() <= list.most())
                .filter(list -> wanted || list.not().isPresent())
                .filter(list -> list.mixed() || items.stream().allMatch(Range::single))
                .isPresent();
    }

    private FieldValues<T> outside(FieldValues<T> values) {
        FieldValues<T> rest = values.complement().intersect(universe());
        return new FieldValues<>(values.line(), false, rest.ranges());
    }

    @Override
    public List<FieldValues<T>> split(FieldValues<T> values) {
        FieldValues<T> own = values.absent() ? values : values.intersect(universe());
        if (own.absent() || !own.equals(values)) {
            return List.of();
        }
        if (said(values).isPresent()) {
            return List.of(values);
        }
        return items(values.ranges())
                .map(items -> chunks(items).stream().map(this::values).toList())
                .orElse(List.of());
    }

    private List<List<Range<T>>> chunks(List<Range<T>> items) {
        int most = field.list().map(LineField.Several::most).orElse(1);
        boolean mixed = field.list().map(LineField.Several::mixed).orElse(true);
        List<List<Range<T>>> chunks = new ArrayList<>();
        List<Range<T>> listed = new ArrayList<>();
        for (Range<T> item : items) {
            if (!mixed && !item.single()) {
                chunks.add(List.of(item));
            } else {
                listed.add(item);
            }
        }
        for (int i = 0; i < listed.size(); i += most) {
            chunks.add(listed.subList(i, Math.min(listed.size(), i + most)));
        }
        return chunks;
    }

    private FieldValues<T> values(List<Range<T>> items) {
        return new FieldValues<>(universe().line(), false, items);
    }

    @Override
    public Optional<FieldValues<T>> around(FieldValues<T> values) {
        if (values.absent() || values.isEmpty()) {
            return Optional.empty();
        }
        if (said(values).isPresent()) {
            return Optional.of(values);
        }
        return hull(values)
                .map(item -> values(List.of(item)))
                .filter(wider -> !wider.containsAll(universe()))
                .filter(wider -> said(wider).isPresent());
    }

    @Override
    public List<String> write(FieldValues<T> values, String protocol) {
        Said<T> said = said(values).orElseThrow();
        return written(said).map(text -> text.replace("{protocol}", protocol)).toList();
    }

    private Stream<String> written(Said<T> said) {
        String around = said.negated() ? field.not().orElse(field.text()) : field.text();
        if (said.items().size() == 1) {
            return Stream.of(around.replace("{value}", text(said.items().getFirst())));
        }
        LineField.Several list = field.list().orElseThrow();
        List<String> texts = said.items().stream().map(this::text).toList();
        Optional<String> whole = said.negated() ? list.not() : list.text();
        return whole.map(text -> Stream.of(text.replace("{items}", String.join(list.between(), texts))))
                .orElseGet(() -> texts.stream().map(text -> around.replace("{value}", text)));
    }
}
