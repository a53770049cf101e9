package dev.wirewalk.match;

import dev.wirewalk.capture.CaptureInterface;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.TextReading;
import java.util.List;
import java.util.Optional;

/**
 * What a file says of the filter that its capture was made with.
 *
 * @param point the point whose file says it
 * @param filters of its interfaces, in the language of pcap-filter; empty when an interface has none
 * @param commands that were typed in a terminal whose log the file is, oldest first; empty when there are none, or too many
 */
public record CaptureLimit(String point, String file, List<String> filters, List<String> commands) {
    static CaptureLimit of(String point, String file, ReadReport read) {
        List<String> filters = read.interfaces().stream()
                .map(CaptureInterface::filter)
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
        boolean all = read.interfaces().stream()
                .allMatch(one -> one.filter().filter(text -> !text.isBlank()).isPresent());
        return new CaptureLimit(
                point,
                file,
                all ? filters : List.of(),
                read.text().map(TextReading::commands).orElse(List.of()));
    }
}
