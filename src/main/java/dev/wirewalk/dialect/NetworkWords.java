package dev.wirewalk.dialect;

import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.FieldValues.Range;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.LineField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a frame carries, by the words that the tool has for it. */
final class NetworkWords extends ListedWords<Network> {
    private final Map<Network, String> words;

    NetworkWords(LineField field) {
        super(field);
        words = field.words().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> Network.valueOf(entry.getValue().toUpperCase(Locale.ROOT)),
                        Map.Entry::getKey,
                        (first, _) -> first));
    }

    @Override
    FieldValues<Network> universe() {
        return HeaderField.NETWORK.present();
    }

    @Override
    Optional<List<Range<Network>>> items(List<Range<Network>> ranges) {
        List<Range<Network>> items = new ArrayList<>();
        for (Network network : Network.values()) {
            if (ranges.stream()
                    .anyMatch(range -> range.low().compareTo(network) <= 0 && network.compareTo(range.high()) <= 0)) {
                items.add(new Range<>(network, network));
            }
        }
        return Optional.of(items).filter(all -> all.stream().allMatch(item -> words.containsKey(item.low())));
    }

    @Override
    Optional<Range<Network>> hull(FieldValues<Network> values) {
        return Optional.empty();
    }

    @Override
    String text(Range<Network> item) {
        return words.getOrDefault(item.low(), "");
    }
}
