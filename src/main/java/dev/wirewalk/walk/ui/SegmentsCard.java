package dev.wirewalk.walk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.wirewalk.diagnosis.ClockOffset;
import dev.wirewalk.diagnosis.Delays;
import dev.wirewalk.diagnosis.Loss;
import dev.wirewalk.diagnosis.Mapping;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.match.Direction;
import dev.wirewalk.report.Interval;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was counted between neighbouring points, how well their clocks agree, and under which addresses the flow goes on. */
final class SegmentsCard extends Section {
    private static final Set<String> NUMBERS = Set.of("sent", "missing", "delay, median", "p95");

    SegmentsCard(WalkResult result) {
        setClassName("ww-card");
        if (!result.loss().isEmpty()) {
            add(new H2("Segments"), scrolling(losses(result)));
        }
        if (!result.mappings().isEmpty()) {
            add(new H2("Translations seen"), scrolling(mappings(result.mappings())));
        }
    }

    static boolean hasSomething(WalkResult result) {
        return !result.loss().isEmpty() || !result.mappings().isEmpty();
    }

    private static NativeTable losses(WalkResult result) {
        NativeTable table = table(List.of("from → to", "sent", "missing", "delay, median", "p95", "pairs", "clock"));
        NativeTableBody body = table.getBody();
        for (Loss loss : result.loss()) {
            boolean forward = loss.direction() == Direction.FORWARD;
            Span missing = new Span(String.valueOf(loss.missing()));
            missing.setClassName(loss.missing() > 0 ? "ww-missing" : "");
            body.add(row(List.of(
                    cell(new Span(forward ? loss.from() + " → " + loss.to() : loss.from() + " ← " + loss.to())),
                    number(new Span(String.valueOf(loss.sent()))),
                    number(missing),
                    number(delay(result, loss, Delays.Figures::median)),
                    number(delay(result, loss, Delays.Figures::p95)),
                    cell(soft(pairs(result, loss))),
                    cell(clock(result, loss)))));
        }
        return table;
    }

    private static NativeTable mappings(List<Mapping> mappings) {
        NativeTable table = table(List.of("from → to", "flow", "becomes"));
        for (Mapping mapping : mappings) {
            table.getBody()
                    .add(row(List.of(
                            cell(new Span(mapping.from() + " → " + mapping.to())),
                            cell(mono(mapping.flow())),
                            cell(mono(mapping.becomes())))));
        }
        return table;
    }

    /** As exactly as the clocks allow. */
    private static Component delay(WalkResult result, Loss loss, ToLongFunction<Delays.Figures> figure) {
        return result.delays().oneWay().stream()
                .filter(each -> each.from().equals(loss.from())
                        && each.to().equals(loss.to())
                        && each.direction() == loss.direction()
                        && !each.figures().isEmpty())
                .findFirst()
                .map(each -> new Span(Interval.around(
                        figure.applyAsLong(each.figures().getFirst()),
                        each.halfIntervalMicros().orElse(0))))
                .orElseGet(() -> soft("–"));
    }

    /** How sure it is that packets at both points are the same. */
    private static String pairs(WalkResult result, Loss loss) {
        return result.pairing().stream()
                .filter(each -> each.from().equals(loss.from())
                        && each.to().equals(loss.to())
                        && each.direction() == loss.direction())
                .findFirst()
                .map(each -> Stream.of(
                                counted(each.exact(), "exact"),
                                counted(each.derived(), "derived"),
                                counted(each.probable(), "probable"),
                                counted(each.ambiguous(), "ambiguous"))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", ")))
                .filter(words -> !words.isEmpty())
                .orElse("–");
    }

    private static String counted(int number, String word) {
        return number == 0 ? "" : number + " " + word;
    }

    private static Component clock(WalkResult result, Loss loss) {
        Optional<ClockOffset> clock = result.clocks().stream()
                .filter(each -> each.from().equals(loss.from()) && each.to().equals(loss.to()))
                .findFirst();
        if (clock.isEmpty()) {
            return soft("–");
        }
        ClockOffset offset = clock.get();
        long half = Math.max(0, offset.highMicros() - offset.lowMicros()) / 2;
        String word = offset.quality().word();
        Span badge = new Span(
                switch (offset.quality()) {
                    case ABSENT -> "? not known";
                    case APPROXIMATE, ACCURATE -> word + " · " + Interval.around(offset.offsetMicros(), half);
                });
        badge.addClassNames("ww-badge", offset.quality() == ClockOffset.Quality.ACCURATE ? "yes" : "unknown");
        return badge;
    }

    private static NativeTable table(List<String> titles) {
        NativeTable table = new NativeTable();
        table.setClassName("ww-table");
        NativeTableRow head = new NativeTableRow();
        titles.forEach(title -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(title);
            cell.getElement().setAttribute("scope", "col");
            if (NUMBERS.contains(title)) {
                cell.setClassName("number");
            }
            head.add(cell);
        });
        NativeTableHeader header = table.getHead();
        header.add(head);
        return table;
    }

    private static NativeTableRow row(List<NativeTableCell> cells) {
        NativeTableRow row = new NativeTableRow();
        cells.forEach(row::add);
        return row;
    }

    private static NativeTableCell cell(Component content) {
        return new NativeTableCell(content);
    }

    private static NativeTableCell number(Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.setClassName("number");
        return cell;
    }

    private static Span mono(String text) {
        Span span = new Span(text);
        span.setClassName("ww-mono");
        return span;
    }

    private static Span soft(String text) {
        Span span = new Span(text);
        span.setClassName("ww-soft");
        return span;
    }

    private static Div scrolling(Component table) {
        Div scrolling = new Div(table);
        scrolling.setClassName("ww-scrolling");
        return scrolling;
    }
}
