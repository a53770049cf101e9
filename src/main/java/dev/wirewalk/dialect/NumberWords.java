package dev.wirewalk.dialect;

import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.FieldValues.Range;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.profile.LineField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Numbers of a header: ports, IP protocols, types and codes of ICMP, as numbers or as words for them. */
final class NumberWords extends ListedWords<Integer> {
    private final FieldValues<Integer> universe;
    private final Map<Integer, String> words;

    NumberWords(LineField field, HeaderField<Integer> header) {
        super(field);
        universe = header.present();
        words = field.words().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> Integer.parseInt(entry.getValue()), Map.Entry::getKey, (first, _) -> first));
    }

    @Override
    FieldValues<Integer> universe() {
        return universe;
    }

    @Override
    Optional<List<Range<Integer>>> items(List<Range<Integer>> ranges) {
        List<Range<Integer>> items = new ArrayList<>();
        for (Range<Integer> range : ranges) {
            boolean asRange = field.shapes().containsKey("range") && !range.single();
            if (asRange && range.low() >= field.lowest()) {
                items.add(range);
            } else if (range.high() - range.low() >= NAMED) {
                return Optional.empty();
            } else {
                for (int number = range.low(); number <= range.high(); number++) {
                    items.add(new Range<>(number, number));
                }
            }
        }
        return Optional.of(items).filter(all -> all.stream().allMatch(this::hasText));
    }

    private boolean hasText(Range<Integer> item) {
        return !item.single() || words.containsKey(item.low()) || field.numbers() && item.low() >= field.lowest();
    }

    @Override
    Optional<Range<Integer>> hull(FieldValues<Integer> values) {
        return field.shapes().containsKey("range")
                ? Optional.of(new Range<>(
                        values.ranges().getFirst().low(),
                        values.ranges().getLast().high()))
                : Optional.empty();
    }

    @Override
    String text(Range<Integer> item) {
        if (!item.single()) {
            return field.shapes()
                    .getOrDefault("range", "")
                    .replace("{first}", item.low().toString())
                    .replace("{last}", item.high().toString());
        }
        return Optional.ofNullable(words.get(item.low()))
                .orElseGet(() -> field.shapes()
                        .getOrDefault("one", "{number}")
                        .replace("{number}", item.low().toString()));
    }
}
